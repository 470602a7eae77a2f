import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'

export type ApartLimits = {
  timeMs: number
  memoryBytes: number
  /** Of the answer; more of it counts as out of bounds. */
  answerBytes: number
}

/**
 * Runs a short program in a process of its own, with nothing of our environment. For looking into what strangers
 * sent: a file of 600 kB can be made to unfold until the memory of whoever opens it is gone, and that must not
 * be this server.
 *
 * @param program the text of a CommonJS script, run by `node --eval`, so that it needs no file beside the bundle.
 * @returns what it wrote to standard output, or null when it went beyond its limits or ended badly.
 */
export async function runApart(
  program: string,
  args: string[],
  { timeMs, memoryBytes, answerBytes }: ApartLimits,
): Promise<Buffer | null> {
  const child = spawn(process.execPath, ['--max-old-space-size=256', '--eval', program, '--', ...args], {
    env: {},
    stdio: ['ignore', 'pipe', 'ignore'],
    windowsHide: true,
  })
  let stopped = false
  const stop = () => {
    stopped = true
    child.kill('SIGKILL')
  }
  const timer = setTimeout(stop, timeMs)
  const watch = setInterval(() => {
    void residentBytes(child.pid).then((bytes) => bytes > memoryBytes && stop())
  }, 50)
  try {
    const said: Buffer[] = []
    let saidBytes = 0
    child.stdout.on('data', (part: Buffer) => {
      saidBytes += part.length
      if (saidBytes > answerBytes) stop()
      else said.push(part)
    })
    const exit = await new Promise<number | null>((resolve, reject) =>
      child.on('error', reject).on('close', resolve),
    )
    return stopped || exit !== 0 ? null : Buffer.concat(said)
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    child.kill('SIGKILL')
  }
}

/** Memory of a process, where the system tells (Linux); elsewhere time is the only limit. */
async function residentBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return Number(status.split(' ')[1] ?? 0) * 4096
}
