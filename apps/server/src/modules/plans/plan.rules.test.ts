import { expect, it } from 'vitest'
import { readContentRange, readRange } from './byte-range.rules.ts'
import { contentDisposition } from './content-disposition.rules.ts'
import { keptFileName } from './file-name.rules.ts'

// @bad-input UPL-01 UPL-02 XSS-26
it.each([
  ['Begründung zum Bebauungsplan Nr. 37.pdf', 'Begründung zum Bebauungsplan Nr. 37.pdf'],
  ['PLAN.PDF', 'PLAN.pdf'],
  ['Łużiske měšćanske wuradźowanje ǆ.pdf', 'Łużiske měšćanske wuradźowanje ǆ.pdf'],
  ['../../../../etc/cron.d/x.pdf', 'x.pdf'],
  ['..\\..\\x.pdf', 'x.pdf'],
  ['%2e%2e%2fx.pdf', '_2e_2e_2fx.pdf'],
  ['100 % Ökostrom.pdf', '100 % Ökostrom.pdf'],
  ['"><img onerror>.pdf', '___img onerror_.pdf'],
  ['CON.pdf', '_CON.pdf'],
  ['lpt1.plan.pdf', '_lpt1.plan.pdf'],
  ['  ..verborgen . .pdf ', 'verborgen.pdf'],
  ['Plan\r\nSet-Cookie: a.pdf', 'PlanSet-Cookie_ a.pdf'],
  ['Plan\u202Efdp.exe.pdf', 'Planfdp.exe.pdf'],
  [`${'ä'.repeat(400)}.pdf`, `${'ä'.repeat(150)}.pdf`],
  ['../../../../etc/cron.d/x', null],
  ['a.pdf\u0000.exe', null],
  ['a.pdf .exe', null],
  ['.htaccess', null],
  ['.pdf', null],
  ['...pdf', null],
  ['Plan.pdf.html', null],
  ['', null],
])('keeps %j as %j', (given, kept) => expect(keptFileName(given, ['pdf'])).toBe(kept))

it('keeps the ending that the kind of file allows', () => {
  const picture = ['jpg', 'jpeg', 'png']
  expect(keptFileName('Foto vom Zaun.JPEG', picture)).toBe('Foto vom Zaun.jpeg')
  expect(keptFileName('Plan.pdf', picture)).toBeNull()
})

it.each([
  ['bytes 0-99/100', { first: 0, last: 99, total: 100 }],
  ['bytes 50-99/100', { first: 50, last: 99, total: 100 }],
  ['bytes 50-100/100', null],
  ['bytes 9-8/100', null],
  ['bytes 0-99/*', null],
  ['bytes */100', null],
  ['items 0-1/2', null],
  ['bytes 0-99999999999999999999/99999999999999999999', null],
])('reads the part %j', (header, part) => expect(readContentRange(header)).toEqual(part))

it.each([
  [undefined, 'whole'],
  ['bytes=0-', { first: 0, last: 99 }],
  ['bytes=0-0', { first: 0, last: 0 }],
  ['bytes=90-200', { first: 90, last: 99 }],
  ['bytes=-10', { first: 90, last: 99 }],
  ['bytes=-500', { first: 0, last: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-4', 'whole'],
  ['bytes=0-1,5-6', 'whole'],
  ['bytes=-', 'whole'],
  ['lines=0-1', 'whole'],
])('reads the range %j of 100 bytes', (header, range) => expect(readRange(header, 100)).toEqual(range))

// @bad-input XSS-26
it('names a download so that every program can read it', () => {
  expect(contentDisposition('attachment', 'Begründung (Entwurf) 100 %.pdf')).toBe(
    `attachment; filename="Begruendung (Entwurf) 100 _.pdf"; filename*=UTF-8''Begr%C3%BCndung%20%28Entwurf%29%20100%20%25.pdf`,
  )
  expect(contentDisposition('inline', 'a"b\\c.pdf')).toBe(
    `inline; filename="a_b_c.pdf"; filename*=UTF-8''a%22b%5Cc.pdf`,
  )
  expect(contentDisposition('inline', 'Wěc.pdf')).toContain('filename="Wec.pdf"')
})
