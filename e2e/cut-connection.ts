import { connect, createServer, type Socket } from 'node:net'
import { once } from 'node:events'

/**
 * The wire between a browser and the server, with scissors: while it cuts, the answer to a request that
 * contains a certain text never comes back, though the server got the request and worked on it.
 */
export async function wireTo(address: string) {
  const { hostname, port } = new URL(address)
  const open = new Set<Socket>()
  let cutOn: Buffer | null = null
  let cuts = 0

  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.setNoDelay(true)
      socket.once('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
      // A broken wire is what this is for.
      socket.on('error', () => {})
    }
    // Whatever of the current request has come: a text may arrive in two pieces.
    let asked = Buffer.alloc(0)
    near.on('data', (chunk: Buffer) => {
      asked = Buffer.concat([asked, chunk])
      far.write(chunk)
    })
    far.on('data', (chunk: Buffer) => {
      // Its first word of an answer shows that the server has done the work.
      if (cutOn && asked.includes(cutOn)) {
        cuts++
        near.resetAndDestroy()
        far.destroy()
        return
      }
      asked = Buffer.alloc(0)
      near.write(chunk)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The wire has no port.')

  return {
    address: `http://127.0.0.1:${bound.port}`,
    cutAnswersTo(text: string) {
      cutOn = Buffer.from(text)
    },
    mend() {
      cutOn = null
    },
    /** How many answers were lost so far. */
    get cuts() {
      return cuts
    },
    async close() {
      server.close()
      for (const socket of open) socket.destroy()
      await once(server, 'close')
    },
  }
}
