import { describe, expect, it } from 'vitest'
import { readEmbedHost } from './embed-host.rules.ts'

describe('a host that may show ours in a frame', () => {
  it.each([
    ['www.quellstedt.example', 'https://www.quellstedt.example'],
    [' https://WWW.Quellstedt.example/ ', 'https://www.quellstedt.example'],
    ['https://www.quellstedt.example:443', 'https://www.quellstedt.example'],
    ['www.quellstedt.example:8443', 'https://www.quellstedt.example:8443'],
    ['https://*.quellstedt.example', 'https://*.quellstedt.example'],
    ['*.quellstedt.example', 'https://*.quellstedt.example'],
    ['döbeln.example', 'https://xn--dbeln-jua.example'],
  ])('%s', (typed, origin) => {
    expect(readEmbedHost(typed, false)).toBe(origin)
    // What was read once is read the same again.
    expect(readEmbedHost(origin, false)).toBe(origin)
  })

  it.each([
    '',
    '*',
    'https://*',
    '*.example',
    'https://*.*.example',
    'www.*.example',
    'http://www.quellstedt.example',
    'http://localhost:8080',
    'localhost',
    'https://127.0.0.1',
    'https://[::1]',
    'https://192.0.2.7:8443',
    'https://www.quellstedt.example/rathaus',
    'https://www.quellstedt.example?a',
    'https://www.quellstedt.example#a',
    'https://amt:geheim@www.quellstedt.example',
    "https://a.example; script-src 'unsafe-inline'",
    'https://a.example https://b.example',
    'https://a.example\nhttps://b.example',
    "'self'",
    'data:',
    'javascript://a.example',
    'https://a_b.example',
    `https://${'a'.repeat(64)}.example`,
    `https://${'a.'.repeat(130)}example`,
  ])('is not %j', (typed) => expect(readEmbedHost(typed, false)).toBeNull())

  it('is a page of this machine in a sample town only', () => {
    expect(readEmbedHost('http://localhost:8080', true)).toBe('http://localhost:8080')
    expect(readEmbedHost('http://127.0.0.1:8080/', true)).toBe('http://127.0.0.1:8080')
    for (const other of ['http://192.0.2.7', 'http://localhost.example', 'http://localhost:8080/a'])
      expect(readEmbedHost(other, true)).toBeNull()
  })
})
