import { connect } from 'node:net'

/**
 * Sends requests over a number of connections, each as soon as its last one is answered.
 *
 * A loop of our own over bare sockets, because on two cores the one who asks takes time from the one who
 * answers: this one costs a tenth of a ready-made tool.
 *
 * @param {object} options
 * @param {number} options.port
 * @param {(i: number) => Buffer | null} options.next the i-th request, or null when there are no more
 * @param {(body: Buffer) => boolean} options.isRight whether an answer is what was asked for
 * @param {number} [options.ms] how long; those under way are waited for
 * @param {number} [options.connections]
 * @returns {Promise<{ count: number, seconds: number, latenciesMs: number[], bytes: number }>}
 * @throws Error for an answer other than 2xx, a wrong one, or a connection that breaks
 */
export async function load({ port, next, isRight, ms = Infinity, connections = 16 }) {
  const startedAt = performance.now()
  const latenciesMs = []
  let sent = 0
  let bytes = 0
  let stopped = false

  await Promise.all(Array.from({ length: connections }, oneConnection)).catch((error) => {
    stopped = true
    throw error
  })
  const seconds = (performance.now() - startedAt) / 1000
  return { count: latenciesMs.length, seconds, latenciesMs: latenciesMs.sort((a, b) => a - b), bytes }

  function oneConnection() {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      let sentAt = 0
      let isWaiting = false
      let pieces = []
      let received = 0
      let needed = Infinity
      let bodyAt = 0

      const fail = (message) => {
        socket.destroy()
        reject(new Error(message))
      }
      const send = () => {
        const isOver = stopped || performance.now() - startedAt >= ms
        const request = isOver ? null : next(sent++)
        if (!request) return socket.end(resolve)
        pieces = []
        received = 0
        needed = Infinity
        isWaiting = true
        sentAt = performance.now()
        socket.write(request)
      }
      socket.setTimeout(30_000, () => fail('No answer within thirty seconds.'))
      socket.on('connect', send)
      socket.on('error', (error) => fail(error.message))
      socket.on('close', () => isWaiting && fail('The server closed the connection.'))
      socket.on('data', (piece) => {
        pieces.push(piece)
        received += piece.length
        if (needed === Infinity) {
          const soFar = pieces.length === 1 ? piece : Buffer.concat(pieces)
          const headEnd = soFar.indexOf('\r\n\r\n')
          if (headEnd < 0) return
          const head = soFar.toString('latin1', 0, headEnd)
          const status = Number(head.slice(9, 12))
          const length = /\r\ncontent-length: (\d+)/i.exec(head)
          if (status < 200 || status > 299 || !length) return fail(`Not the answer we wanted:\n${soFar}`)
          bodyAt = headEnd + 4
          needed = bodyAt + Number(length[1])
        }
        if (received < needed) return
        isWaiting = false
        latenciesMs.push(performance.now() - sentAt)
        bytes += received
        const body = (pieces.length === 1 ? piece : Buffer.concat(pieces)).subarray(bodyAt)
        if (!isRight(body)) return fail(`Not the answer we wanted:\n${body.toString('utf8', 0, 2000)}`)
        send()
      })
    })
  }
}

export const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]
