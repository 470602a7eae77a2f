import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'

const PROCESSES = new URL('./processes.mjs', import.meta.url).href

/** Starts a run of ours that runs `program` (JavaScript), the way `npm start` runs the server. */
async function startRunOf(program, options = '{}') {
  const starter = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { run, finish } from ${JSON.stringify(PROCESSES)}
     const { code } = await run(process.execPath, ['--eval', ${JSON.stringify(program)}], ${options})
     await finish(code)`,
  ])
  let output = ''
  starter.stdout.on('data', (chunk) => (output += chunk))
  starter.stderr.on('data', (chunk) => (output += chunk))
  const ended = once(starter, 'close').then(([code, signal]) => ({ code, signal }))
  return {
    ended,
    kill: (signal) => starter.kill(signal),
    output: () => output,
    says: async (text) => {
      while (!output.includes(text)) await sleep(20)
    },
  }
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The process with this number is gone; a little patience for the kernel to clear it away. */
async function isGone(pid) {
  for (let i = 0; i < 250 && isAlive(pid); i++) await sleep(20)
  return !isAlive(pid)
}

test('passes on the exit code of the program', async () => {
  const { ended } = await startRunOf('process.exit(7)')
  expect(await ended).toEqual({ code: 7, signal: null })
})

test('says so when a program cannot be run', async () => {
  const starter = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { run } from ${JSON.stringify(PROCESSES)}; await run('/no/such/program', [])`,
  ])
  let output = ''
  starter.stderr.on('data', (chunk) => (output += chunk))
  const [code] = await once(starter, 'close')
  expect(code).not.toBe(0)
  expect(output).toContain('Could not run /no/such/program')
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('passes %s on once and waits for a clean end', async (signal) => {
  const server = `
    process.on('${signal}', () => { console.log('asked'); setTimeout(() => { console.log('clean'); process.exit(0) }, 300) })
    setInterval(() => {}, 1000)
    console.log('ready')`
  const started = await startRunOf(server, '{ isServer: true }')
  await started.says('ready')
  started.kill(signal)
  await started.says('asked')
  started.kill(signal)
  expect(await started.ended).toEqual({ code: 0, signal: null })
  expect(started.output().match(/asked/g)).toHaveLength(1)
  expect(started.output()).toContain('clean')
})

test('a tool that was stopped reads as stopped, whatever it says itself', async () => {
  const started = await startRunOf(
    `process.on('SIGINT', () => process.exit(0)); setInterval(() => {}, 1000); console.log('ready')`,
  )
  await started.says('ready')
  started.kill('SIGINT')
  expect(await started.ended).toEqual({ code: 130, signal: null })
})

test('leaves no grandchild behind, not even one that will not listen', async () => {
  const deaf = `process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); setInterval(() => {}, 1000); console.log('deaf ' + process.pid)`
  const parent = `require('node:child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(deaf)}], { stdio: 'inherit' }); setInterval(() => {}, 1000)`
  const started = await startRunOf(parent)
  await started.says('deaf ')
  const pid = Number(/deaf (\d+)/.exec(started.output())[1])
  expect(isAlive(pid)).toBe(true)
  started.kill('SIGINT')
  await started.ended
  expect(await isGone(pid)).toBe(true)
})

test('leaves nobody behind who made a group of its own', async () => {
  const apart = `require('node:child_process').spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' })`
  const parent = `const child = ${apart}; console.log('apart ' + child.pid + '.'); process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000)`
  const started = await startRunOf(parent)
  await started.says('.')
  const pid = Number(/apart (\d+)/.exec(started.output())[1])
  expect(isAlive(pid)).toBe(true)
  started.kill('SIGTERM')
  await started.ended
  expect(await isGone(pid)).toBe(true)
})

test('says what a server forgot', async () => {
  const apart = `require('node:child_process').spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' }).unref()`
  const started = await startRunOf(`${apart}; setTimeout(() => process.exit(0), 300)`, '{ isServer: true }')
  await started.ended
  expect(started.output()).toMatch(/The server forgot to stop, so it was stopped now: \d+ .*setInterval/)
})

test('enforces the end of a program that will not go', async () => {
  const deaf = `process.on('SIGINT', () => {}); setInterval(() => {}, 1000); console.log('deaf ' + process.pid)`
  const started = await startRunOf(deaf, '{ patienceMs: 300 }')
  await started.says('deaf ')
  const pid = Number(/deaf (\d+)/.exec(started.output())[1])
  started.kill('SIGINT')
  expect(await started.ended).toEqual({ code: 130, signal: null })
  expect(await isGone(pid)).toBe(true)
})

test('the server goes when its starter is killed outright', async () => {
  const endWithParent = new URL('../end-with-parent.mjs', import.meta.url).href
  const server = `import(${JSON.stringify(endWithParent)}).then(() => console.log('server ' + process.pid)); setInterval(() => {}, 1000)`
  const started = await startRunOf(server, '{ isServer: true }')
  await started.says('server ')
  const pid = Number(/server (\d+)/.exec(started.output())[1])
  started.kill('SIGKILL')
  expect(await isGone(pid)).toBe(true)
})

test('everything goes when the npm that started it is killed outright', async () => {
  const server = `process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000); console.log('server ' + process.pid)`
  const starter = `import { run, finish } from ${JSON.stringify(PROCESSES)}
    await finish((await run(process.execPath, ['--eval', ${JSON.stringify(server)}])).code)`
  // Like npm: a process that runs a shell that runs us.
  const npm = spawn(
    process.execPath,
    [
      '--eval',
      `require('node:child_process').spawn('sh', ['-c', '"$NODE" --input-type=module --eval "$STARTER"; true'], { stdio: 'inherit' }); setInterval(() => {}, 1000)`,
    ],
    { env: { ...process.env, NODE: process.execPath, STARTER: starter, npm_lifecycle_event: 'start' } },
  )
  let output = ''
  npm.stdout.on('data', (chunk) => (output += chunk))
  while (!output.includes('server ')) await sleep(20)
  const pid = Number(/server (\d+)/.exec(output)[1])
  npm.kill('SIGKILL')
  expect(await isGone(pid)).toBe(true)
})
