import type { Acts, State } from './act.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import type { Who } from './people.ts'
import { ask, askedBy, cookieOf, makeThing, restore, type Town } from './town.ts'
import { typesIn, withParts } from './whole-answer.ts'

export type Row = { operation: string; does: string; state?: State; got: Partial<Record<Who, Outcome>> }
export type Matrix = {
  groups: { title: string; rows: Row[] }[]
  /** Who was handed an object of a type, wherever in an answer, or would have been had a list not been empty. */
  served: Map<string, Set<Who>>
  /** What was asked in a way that says nothing about rights. */
  broken: string[]
}

/** Asks everything, of everything, as everybody. Whoever changes something leaves the next a new one. */
export async function makeMatrix(town: Town, rooms: Acts[]): Promise<Matrix> {
  const served: Matrix['served'] = new Map()
  const groups: Matrix['groups'] = []
  const broken: string[] = []
  for (const { title, acts } of rooms) {
    const rows: Row[] = []
    for (const [operation, act] of Object.entries(acts))
      for (const state of act.states ?? [undefined]) {
        const row: Row = { operation, does: act.does, state, got: {} }
        const changes = operation in town.schema.getMutationType()!.getFields()
        let thing = await makeThing(town, state)
        for (const asker of town.askers) {
          if (act.own) await restore(town, asker)
          const cookie = await cookieOf(town, asker, act.waiting)
          const variables = await act.ask(askedBy(town, thing, state, asker, cookie))
          const answer = await ask(town, cookie, operation, variables)
          const outcome = outcomeOf(answer, act)
          if (outcome.word === 'broken')
            broken.push(`${operation} ${state ?? ''} by ${asker.who}: ${outcome.why}`)
          // Seven roles of another authority share a column: they are one to us, or the table could not say it.
          const before = row.got[asker.who]
          if (before && JSON.stringify(before) !== JSON.stringify(outcome))
            broken.push(
              `${operation} ${state ?? ''} by another authority’s ${asker.role}: unlike its other roles`,
            )
          row.got[asker.who] = outcome
          const types = [...typesIn(answer.data?.answer)].flatMap((type) => [...withParts(town.schema, type)])
          for (const type of types) served.set(type, (served.get(type) ?? new Set()).add(asker.who))
          if (changes && outcome.word !== 'hidden' && outcome.word !== 'sign in' && outcome.word !== 'no')
            thing = await makeThing(town, state)
        }
        rows.push(row)
      }
    groups.push({ title, rows })
  }
  return { groups, served, broken }
}
