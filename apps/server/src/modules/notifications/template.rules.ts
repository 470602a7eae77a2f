import type { Message, Wording } from './message.ts'

export const SUBJECT_MOST = 150
export const BODY_MOST = 5_000

export type TemplateProblem = { field: 'subject' | 'body'; problem: string; limit?: number }

const PLACEHOLDER = /\{([^{}\n]*)\}/g
const namesIn = (text: string) => [...text.matchAll(PLACEHOLDER)].map(([, name]) => name!)

/**
 * What is wrong with a tenant's words for a message, all at once.
 *
 * @param baseUrl the only address to which a message may lead: whoever gets mail from an authority must be able to
 * trust what it links to.
 */
export function findTemplateProblems(message: Message, wording: Wording, baseUrl: string): TemplateProblem[] {
  const problems: TemplateProblem[] = []
  const known = ['authority', ...message.placeholders]
  for (const [field, most] of [
    ['subject', SUBJECT_MOST],
    ['body', BODY_MOST],
  ] as const) {
    const text = wording[field]
    if (!text.trim()) problems.push({ field, problem: 'empty' })
    if ([...text].length > most) problems.push({ field, problem: 'tooLong', limit: most })
    if (!text.isWellFormed() || (field === 'subject' ? /\p{Cc}/u : /[^\P{Cc}\n]/u).test(text))
      problems.push({ field, problem: 'unreadable' })
    if (namesIn(text).some((name) => !known.includes(name)))
      problems.push({ field, problem: 'unknownPlaceholder' })
    if (/[{}]/.test(text.replace(PLACEHOLDER, ''))) problems.push({ field, problem: 'openBrace' })
    if (linksIn(text).some((link) => link !== baseUrl && !link.startsWith(`${baseUrl}/`)))
      problems.push({ field, problem: 'foreignLink' })
  }
  if (!message.needed.every((name) => namesIn(wording.body).includes(name)))
    problems.push({ field: 'body', problem: 'missingPlaceholder' })
  return problems
}

/** What a mail program would make a link of. */
const linksIn = (text: string) =>
  [...text.matchAll(/(?:[a-z][a-z0-9+.-]*:\/\/|\bwww\.)[^\s<>"]*/gi)].map(([link]) => link)

/** One line without control characters: what stands in a header or in the middle of a sentence. */
export const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

/** Puts the values in; a value is never read for placeholders itself. */
export const fillIn = (text: string, values: Record<string, string>) =>
  text.replace(PLACEHOLDER, (_, name: string) => values[name] ?? '')

/** As it is kept: NFC, line ends as `\n`, no space at the ends. */
export const tidyWording = ({ subject, body }: Wording): Wording => ({
  subject: subject.normalize('NFC').trim(),
  body: body.normalize('NFC').replace(/\r\n?/g, '\n').trim(),
})
