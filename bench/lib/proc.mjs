import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Processor time of a process so far, user and system, in microseconds; null when it is gone. */
export function cpuUs(pid) {
  try {
    // The name in parentheses may hold anything, so count from its end.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
    return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1e6
  } catch {
    return null
  }
}

/** Memory of a process in MiB: what it holds now (VmRSS), or the most it held (VmHWM). */
export function memoryMiB(pid, what) {
  const [, kib] = new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(kib) / 1024
}

/** Lets VmHWM begin again from what is held now. */
export const forgetPeak = (pid) => writeFileSync(`/proc/${pid}/clear_refs`, '5')
