import type { FastifyRequest } from 'fastify'
import { expect, it } from 'vitest'
import { testConfig } from '../../test/world.ts'
import { hostName, placeOfPage } from './our-hosts.ts'

const config = testConfig({ baseUrl: 'https://mitsprache.example' })
const placed = (url: string, tenantOfHost: string | null) =>
  placeOfPage(config, { url, tenantOfHost } as FastifyRequest)

it.each([
  ['/', '/t/quellstedt/'],
  ['/?q=x', '/t/quellstedt/'],
  ['/t/quellstedt/', null],
  ['/t/quellstedt/p/alte-gaertnerei', null],
  ['/t/andernorts/p/x?y=1', 'https://mitsprache.example/t/andernorts/p/x?y=1'],
  ['/status/QST-1', null],
])('at a tenant’s own host name the page %s stands at %s', (url, place) => {
  expect(placed(url, 'quellstedt')).toBe(place)
  expect(placed(url, null)).toBeNull()
})

it('reads the name of a host without its port, in one spelling', () => {
  expect(hostName('Beteiligung.Stadt.example:8443')).toBe('beteiligung.stadt.example')
  expect(hostName('[::1]:4000')).toBe('[::1]')
  expect(hostName(undefined)).toBeNull()
})
