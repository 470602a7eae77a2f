import { expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { StartProblem } from './start-problem.ts'

it('has a default for everything', () => {
  expect(readConfig({}, [])).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    baseUrl: 'http://127.0.0.1:4000',
    databaseUrl: undefined,
    sampleTown: true,
    fresh: false,
  })
})

it('prints an address that people can open', () => {
  expect(readConfig({ HOST: '0.0.0.0', PORT: '8080' }, []).baseUrl).toBe('http://127.0.0.1:8080')
  expect(readConfig({ HOST: '::1' }, []).baseUrl).toBe('http://[::1]:4000')
  expect(readConfig({ BASE_URL: 'https://mitreden.stadt.example/' }, []).baseUrl).toBe(
    'https://mitreden.stadt.example',
  )
})

it('fills no sample town into somebody’s database unless asked', () => {
  const DATABASE_URL = 'postgres://a:b@127.0.0.1/c'
  expect(readConfig({ DATABASE_URL }, []).sampleTown).toBe(false)
  expect(readConfig({ DATABASE_URL, SAMPLE_TOWN: '1' }, []).sampleTown).toBe(true)
})

it.each([
  [{ PORT: '80x' }, [], /PORT is "80x"/],
  [{ PORT: '99999' }, [], /PORT is/],
  [{ BASE_URL: 'no address' }, [], /BASE_URL is/],
  [{ DATABASE_ADMIN_URL: 'x' }, [], /DATABASE_ADMIN_URL must look like/],
  [{ FILES_S3_URL: 'bucket' }, [], /FILES_S3_URL is "bucket"/],
  [{ FILES_S3_URL: 'https://s3.example', FILES_S3_BUCKET: 'a' }, [], /FILES_S3_KEY_ID is missing/],
  [{ CLAMD: 'clamav' }, [], /CLAMD is "clamav", but must be host:port/],
  [{ LAYER_HOSTS: 'geo.example.de, *' }, [], /LAYER_HOSTS names "\*"/],
  [{ LAYER_HOSTS: '10.0.0.1' }, [], /LAYER_HOSTS names "10.0.0.1"/],
  [{ SECURITY_CONTACT: 'the janitor' }, [], /SECURITY_CONTACT is "the janitor"/],
  [{ SECURITY_CONTACT: 'http://stadt.example/' }, [], /SECURITY_CONTACT is/],
  [{ SECURITY_CONTACT: 'mailto:a@stadt.example\nExpires: never' }, [], /SECURITY_CONTACT is/],
  [{}, ['--frehs'], /Unknown argument --frehs/],
])('names the setting that cannot be so: %j %j', (env, argv, words) => {
  expect(() => readConfig(env, argv)).toThrow(StartProblem)
  expect(() => readConfig(env, argv)).toThrow(words)
})
