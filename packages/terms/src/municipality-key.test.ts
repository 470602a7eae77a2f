import { expect, it } from 'vitest'
import { isMunicipalityKey, stateOfKey } from './municipality-key.ts'

it.each(['14', '14511', '14511000', '01001000', '16077056'])('%s can be a municipality key', (key) => {
  expect(isMunicipalityKey(key)).toBe(true)
  expect(stateOfKey(key)).toHaveLength(2)
})

it.each([
  '',
  '1',
  '00',
  '17',
  '1451',
  '145110',
  '1451100',
  '145110000',
  ' 14511000',
  '14511000\n',
  'Sachsen',
])('%j cannot', (key) => expect(isMunicipalityKey(key)).toBe(false))
