import type { Door } from './doors.ts'

export type Call<Args extends object, Answer> = {
  name: string
  door: Exclude<Door, 'public'>
  text: string
  args: (keyof Args & string)[]
  /** Types only. */
  answer?: Answer
}

/**
 * A function of the database that keeps one promise in one statement, where several would each make their way
 * there and back. Named, so that PostgreSQL plans it once.
 *
 * @param args in any order: `tenantId` here is `the_tenant_id` there.
 */
export function defineCall<Args extends object, Answer extends string | number>(
  door: Exclude<Door, 'public'>,
  name: string,
  args: (keyof Args & string)[],
): Call<Args, Answer> {
  const given = args.map((arg, i) => `the_${inWords(arg)} => $${i + 1}`)
  return { door, name, args, text: `select ${name}(${given.join(', ')}) as answer` }
}

const inWords = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The call as the driver wants it. */
export const statementOf = <Args extends object>(call: Call<Args, unknown>, args: Args) => ({
  name: call.name,
  text: call.text,
  values: call.args.map((name) => args[name] as unknown),
})
