import 'reflect-metadata'
import { expect, it } from 'vitest'
import { LANGUAGES } from '@mitsprache/terms'
import { htmlOf } from '../../platform/mail/index.ts'
import { MESSAGES, messageOf } from './messages/index.ts'
import { outgoingId, mailToken, readMailToken, returnPathOf } from './message-id.rules.ts'
import { mailLinkToken, readMailLink } from './mail-link.rules.ts'
import { fillIn, findTemplateProblems, oneLine } from './template.rules.ts'

const BASE = 'https://mitsprache.example'
const receipt = messageOf('receiptCopy')!
const good = { subject: 'Beleg {number}', body: 'Guten Tag,\n\n{number}: {link}' }
const problems = (changes: Partial<typeof good>) =>
  findTemplateProblems(receipt, { ...good, ...changes }, BASE).map(
    ({ field, problem }) => `${field} ${problem}`,
  )

it('takes words with the placeholders of the message and links of our own', () => {
  expect(problems({})).toEqual([])
  expect(problems({ body: `${good.body}\n\nHilfe: ${BASE}/t/stadt/accessibility von {authority}` })).toEqual(
    [],
  )
})

it.each([
  [{ subject: ' ' }, 'subject empty'],
  [{ subject: 'x'.repeat(151) }, 'subject tooLong'],
  [{ subject: 'Beleg\r\nBcc: a@b.example' }, 'subject unreadable'],
  [{ body: 'Ohne Link {number}' }, 'body missingPlaceholder'],
  [{ body: `${good.body} {password}` }, 'body unknownPlaceholder'],
  [{ body: `${good.body} {` }, 'body openBrace'],
  [{ body: `${good.body} https://anderswo.example/` }, 'body foreignLink'],
  [{ body: `${good.body} ${BASE}.anderswo.example/` }, 'body foreignLink'],
  [{ body: `${good.body} javascript://x` }, 'body foreignLink'],
  [{ body: `${good.body} www.anderswo.example` }, 'body foreignLink'],
  [{ body: `${good.body}\0` }, 'body unreadable'],
])('refuses %j', (changes, problem) => {
  expect(problems(changes)).toEqual([problem])
})

it('has our own words for every message in every language, and they would be taken', () => {
  expect(new Set(MESSAGES.map(({ kind }) => kind)).size).toBe(MESSAGES.length)
  for (const message of MESSAGES)
    for (const language of LANGUAGES)
      expect([message.kind, findTemplateProblems(message, message.wording[language], BASE)]).toEqual([
        message.kind,
        [],
      ])
})

it('puts values in as they are, and never reads them for placeholders', () => {
  expect(fillIn('{a} {b} {c}', { a: '{b}', b: '$&' })).toBe('{b} $& ')
  expect(oneLine('Stadt\r\nBcc: x\u2028y')).toBe('Stadt Bcc: x y')
})

it('makes HTML of the text in which only our links are links', () => {
  const text = `<script>alert(1)</script> & "Zitat"\n\n${BASE}/t/stadt/x#a_b-c.\nhttps://boese.example/`
  const html = htmlOf({ subject: 'B & <b>', text, footer: 'Fuß' }, 'de', BASE)
  expect(html).toContain('<title>B &amp; &lt;b&gt;</title>')
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Zitat&quot;')
  expect(html.match(/<a href="[^"]*"/g)).toEqual([`<a href="${BASE}/t/stadt/x#a_b-c"`])
  expect(html).toContain('>.<br>https://boese.example/'.slice(1))
})

// @bad-input AUT-28
it('knows its own messages and links again, and no others', () => {
  const [a, b] = ['0190a5b2-0000-7000-8000-000000000001', '0190a5b2-0000-7000-8000-000000000002'] as const
  expect(outgoingId(a, b)).toBe(outgoingId(a, b))
  expect(outgoingId(a, b)).not.toBe(outgoingId(b, a))
  const token = mailToken('a1'.repeat(32), outgoingId(a, b))
  expect(readMailToken('a1'.repeat(32), `To: Bounces+${token.toUpperCase()}@x.example`)).toBe(
    outgoingId(a, b),
  )
  expect(readMailToken('b2'.repeat(32), token)).toBeNull()
  expect(returnPathOf('bounces@x.example', token).split('@')[0]!.length).toBeLessThanOrEqual(64)

  const secrets = { signingKey: 'a1'.repeat(32) }
  const link = mailLinkToken(secrets, 'confirm', a, b)
  expect(readMailLink(secrets, 'confirm', a, link)).toBe(b)
  expect(readMailLink(secrets, 'stop', a, link)).toBeNull()
  expect(readMailLink(secrets, 'confirm', b, link)).toBeNull()
  expect(
    readMailLink(secrets, 'confirm', a, `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`),
  ).toBeNull()
  expect(readMailLink(secrets, 'confirm', a, '')).toBeNull()
})
