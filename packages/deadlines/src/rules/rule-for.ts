import type { Day } from '../day.ts'
import { APPROVAL, NEW_TEXT_FROM, OLD_TEXT_UNTIL } from './approval-law.ts'
import { BAUGB, ROG } from './planning-law.ts'
import type { Rule, RuleId } from './rule.ts'

/** Every rule, each once. */
export const RULES: readonly Rule[] = [...BAUGB, ...ROG, ...APPROVAL]

const byId = new Map(RULES.map((rule) => [rule.id, rule]))

/** @throws RangeError for an id that is none: only a programmer can get here. */
export function ruleOf(id: RuleId): Rule {
  const rule = byId.get(id)
  if (!rule) throw new RangeError(`there is no rule ${id}`)
  return rule
}

export const isRuleId = (value: string): value is RuleId => byId.has(value as RuleId)

/** The old text of a rule that stands in two. */
const oldTextOf = (id: RuleId): Rule | undefined => byId.get(`${id}-2024` as RuleId)

/** Whether a rule stands in two texts of the law, of which an authority may have to choose one. */
export const hasTwoTexts = (id: RuleId): boolean => oldTextOf(id) !== undefined

/**
 * Which text of the law an authority may apply to a procedure that begins on a day.
 *
 * @source § 102b VwVfG: procedures begun before 29 July 2026, and up to 31 December 2027, may follow the old text.
 */
export const textsFor = (procedureBegins: Day): { preset: 'old' | 'new'; choice: boolean } => ({
  preset: procedureBegins < NEW_TEXT_FROM ? 'old' : 'new',
  choice: procedureBegins <= OLD_TEXT_UNTIL,
})

/** A rule in the text that was chosen; without a choice, in the one preset for the day. Most stand in one only. */
export function ruleFor(id: RuleId, procedureBegins: Day, chosen?: 'old' | 'new'): Rule {
  const { preset, choice } = textsFor(procedureBegins)
  const text = choice ? (chosen ?? preset) : 'new'
  return (text === 'old' && oldTextOf(id)) || ruleOf(id)
}
