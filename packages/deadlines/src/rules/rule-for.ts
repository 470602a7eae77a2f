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

/** A step of plan approval or environmental assessment that stands in two texts of the law. */
export type ApprovalStep =
  'vwvfg-73-display' | 'vwvfg-73-authorities' | 'vwvfg-73-change' | 'uvpg-21' | 'uvpg-22'

/**
 * Which text of the law an authority may apply to a procedure that begins on a day.
 *
 * @source § 102b VwVfG: procedures begun before 29 July 2026, and up to 31 December 2027, may follow the old text.
 */
export const textsFor = (procedureBegins: Day): { preset: 'old' | 'new'; choice: boolean } => ({
  preset: procedureBegins < NEW_TEXT_FROM ? 'old' : 'new',
  choice: procedureBegins <= OLD_TEXT_UNTIL,
})

/** The rule of a step in the text that was chosen; without a choice, in the one that is preset for the day. */
export function ruleFor(step: ApprovalStep, procedureBegins: Day, chosen?: 'old' | 'new'): Rule {
  const { preset, choice } = textsFor(procedureBegins)
  const text = choice ? (chosen ?? preset) : 'new'
  return ruleOf(text === 'old' ? `${step}-2024` : step)
}
