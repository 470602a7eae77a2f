import {
  ASSESSMENT_METHODS,
  CONFORMANCES,
  GAP_REASONS,
  isColour,
  isMunicipalityKey,
  LANGUAGES,
  LIMITS,
  type Id,
  type Language,
  type LocalizedText,
  type ThemeColours,
} from '@mitsprache/terms'
import { isLocalDate } from '../../platform/municipal-day.ts'
import type { FieldProblem } from '../../platform/refusal.graphql.ts'
import type { AccessibilityStatementShape, PageSectionShape } from '../tenants/index.ts'
import { readEmbedHost } from './embed-host.rules.ts'

/** What somebody wants changed; what is not named stays, null clears where that is possible. */
export type SettingsChange = {
  name?: LocalizedText | null
  contactEmail?: string | null
  contactPhone?: string | null
  contactAddress?: string | null
  languages?: Language[] | null
  municipalityKey?: string | null
  /** [lon, lat] */
  mapCenter?: number[] | null
  mapZoom?: number | null
  colours?: ThemeColours | null
  logoUploadId?: Id | null
  imprint?: PageSectionShape[] | null
  privacy?: PageSectionShape[] | null
  accessibility?: AccessibilityStatementShape | null
  dialogueKeptYears?: number | null
  embedHosts?: string[] | null
}

/** Those that null clears; the others are never empty. */
const CLEARABLE = ['municipalityKey', 'colours', 'logoUploadId', 'accessibility', 'dialogueKeptYears']

/** A mail program opens it; whether anybody reads it, only a mail can tell. */
const EMAIL = /^[^\s@<>,;:"()\\]+@[^\s@<>,;:"()\\.]+(\.[^\s@<>,;:"()\\.]+)+$/u
const ZOOM = { least: 5, most: 18 }

/**
 * Everything that cannot be so, field by field; empty when all of it can. Whether colours can be read on one another
 * is another question (`weakContrastOf`).
 *
 * @param today municipal day: nobody has checked anything tomorrow.
 * @param sample of a sample town, which may be framed by a page of this machine.
 */
export function findProblems(change: SettingsChange, today: string, sample = false): FieldProblem[] {
  const problems: FieldProblem[] = []
  const say = (field: string, problem: string, limit?: number) =>
    void problems.push(limit === undefined ? { field, problem } : { field, problem, limit })

  for (const [field, value] of Object.entries(change))
    if (value === null && !CLEARABLE.includes(field)) say(field, 'empty')

  checkText(say, 'name', change.name, LIMITS.tenantName, 'line')
  checkLine(say, 'contactEmail', change.contactEmail, LIMITS.email)
  if (change.contactEmail?.trim() && !EMAIL.test(change.contactEmail.trim())) say('contactEmail', 'unknown')
  checkLine(say, 'contactPhone', change.contactPhone, LIMITS.contactLine)
  checkLine(say, 'contactAddress', change.contactAddress, LIMITS.contactLine)
  if (change.municipalityKey && !isMunicipalityKey(change.municipalityKey.trim()))
    say('municipalityKey', 'unknown')
  if (change.languages) {
    if (!change.languages.includes('de')) say('languages', 'germanMissing')
    if (change.languages.some((each) => !LANGUAGES.includes(each))) say('languages', 'unknown')
  }
  if (change.mapCenter) {
    const [lon, lat] = change.mapCenter
    const isPlace = change.mapCenter.length === 2 && Math.abs(lon!) <= 180 && Math.abs(lat!) <= 85
    if (!isPlace) say('mapCenter', 'notAPlace')
  }
  const { mapZoom, dialogueKeptYears: years } = change
  if (typeof mapZoom === 'number' && !(mapZoom >= ZOOM.least && mapZoom <= ZOOM.most))
    say('mapZoom', 'outOfRange', ZOOM.most)
  if (typeof years === 'number' && !(years >= 1 && years <= LIMITS.dialogueYears))
    say('dialogueKeptYears', 'outOfRange', LIMITS.dialogueYears)
  for (const colour of ['primary', 'primaryDark'] as const)
    if (change.colours && !isColour(change.colours[colour])) say(`colours.${colour}`, 'unknown')
  for (const page of ['imprint', 'privacy'] as const) checkPage(say, page, change[page])
  if (change.accessibility) checkStatement(say, change.accessibility, today)
  if ((change.embedHosts?.length ?? 0) > LIMITS.embedHosts) say('embedHosts', 'tooMany', LIMITS.embedHosts)
  change.embedHosts?.forEach((host, i) => {
    if (!readEmbedHost(host, sample)) say(`embedHosts.${i}`, 'notAHost')
  })
  return problems
}

type Say = (field: string, problem: string, limit?: number) => void

const length = (text: string) => [...text].length
/** Of many lines only line breaks and tabs are welcome among what cannot be seen. */
const UNSEEN = { line: /\p{Cc}/u, lines: /[^\P{Cc}\n\r\t]/u }

function checkLine(say: Say, field: string, value: string | null | undefined, limit: number) {
  if (value === null || value === undefined) return
  if (!value.trim()) say(field, 'empty')
  if (length(value) > limit) say(field, 'tooLong', limit)
  if (UNSEEN.line.test(value)) say(field, 'unreadable')
}

function checkText(
  say: Say,
  field: string,
  value: LocalizedText | null | undefined,
  limit: number,
  form: 'line' | 'lines',
  optional = false,
) {
  if (!value) return
  if (!optional && !value.de.trim()) say(field, 'empty')
  const texts = [value.de, value.en, value.hsb].filter((text): text is string => typeof text === 'string')
  if (texts.some((text) => length(text) > limit)) say(field, 'tooLong', limit)
  if (texts.some((text) => UNSEEN[form].test(text))) say(field, 'unreadable')
}

function checkPage(say: Say, page: string, sections: PageSectionShape[] | null | undefined) {
  if (!sections) return
  if (sections.length > LIMITS.pageSections) say(page, 'tooMany', LIMITS.pageSections)
  sections.forEach(({ title, text }, i) => {
    checkText(say, `${page}.${i}.title`, title, LIMITS.pageTitle, 'line')
    checkText(say, `${page}.${i}.text`, text, LIMITS.pageText, 'lines')
  })
}

function checkStatement(say: Say, statement: AccessibilityStatementShape, today: string) {
  const { conformance, method, checkedOn, gaps, enforcement } = statement
  if (!CONFORMANCES.includes(conformance)) say('accessibility.conformance', 'unknown')
  if (!ASSESSMENT_METHODS.includes(method)) say('accessibility.method', 'unknown')
  if (!isLocalDate(checkedOn)) say('accessibility.checkedOn', 'unknown')
  else if (checkedOn > today) say('accessibility.checkedOn', 'inTheFuture')
  if (gaps.length > LIMITS.accessibilityGaps) say('accessibility.gaps', 'tooMany', LIMITS.accessibilityGaps)
  // Who says that all is well and lists what is not contradicts themselves.
  if (conformance === 'full' && gaps.length) say('accessibility.conformance', 'gapsListed')
  gaps.forEach(({ text, alternative, reason }, i) => {
    checkText(say, `accessibility.gaps.${i}.text`, text, LIMITS.pageText, 'lines')
    checkText(say, `accessibility.gaps.${i}.alternative`, alternative, LIMITS.pageText, 'lines', true)
    if (!GAP_REASONS.includes(reason)) say(`accessibility.gaps.${i}.reason`, 'unknown')
  })
  checkText(say, 'accessibility.enforcement', enforcement, LIMITS.pageText, 'lines', true)
}
