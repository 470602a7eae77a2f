/** A mistake of the person at the keyboard or of the machine: its message says all, a stack adds nothing. */
export class Trouble extends Error {}

const seconds = (ms) => (ms < 10_000 ? (ms / 1000).toFixed(1) : Math.round(ms / 1000)) + ' s'

// Where the answer is for programs, what is said to people goes beside it.
const tell = process.argv.includes('--json') ? console.error : console.log

export function say(line) {
  tell(line)
}

export function sayError(error) {
  console.error(error instanceof Trouble ? `\n${error.message}` : error)
}

/**
 * Says what is being done, that it is still being done (every ten seconds), and how long it took.
 *
 * @param {string} what in the present participle: "Installing packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @template T
 */
export async function step(what, work) {
  const startedAt = Date.now()
  say(`${what} …`)
  const reminder = setInterval(() => say(`  still at it (${seconds(Date.now() - startedAt)})`), 10_000)
  try {
    const result = await work()
    say(`  done in ${seconds(Date.now() - startedAt)}`)
    return result
  } finally {
    clearInterval(reminder)
  }
}
