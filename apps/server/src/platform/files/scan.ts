import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'

/** A virus scanner was configured and gives no answer. Nothing passes unseen because of that. */
export class ScannerDown extends Error {
  override name = 'ScannerDown'
}

/** @throws ScannerDown */
export type Scanner = (path: string) => Promise<'clean' | 'infected'>

/** A scan of 100 MB takes a few seconds; a daemon that says nothing for this long is stuck. */
const SILENCE_MS = 60_000
const PART_BYTES = 64 * 1024

/**
 * Asks a ClamAV daemon about files.
 *
 * @param address `host:port`, or `unix:/path/of/the/socket`; undefined: nobody is asked.
 * @source clamd(8), INSTREAM: parts with their length before them, an empty one at the end.
 */
export function openScanner(address: string | undefined, silenceMs = SILENCE_MS): Scanner | null {
  if (!address) return null
  return async (path) => {
    const said = await askDaemon(connectTo(address), path, silenceMs).catch((cause: unknown) => {
      throw new ScannerDown('The virus scanner does not answer.', { cause })
    })
    if (/^stream: OK$/.test(said)) return 'clean'
    if (/^stream: .* FOUND$/s.test(said)) return 'infected'
    // Such as "INSTREAM size limit exceeded": not looked into is not clean.
    throw new ScannerDown(`The virus scanner gives no verdict: ${said.slice(0, 100)}`)
  }
}

function connectTo(address: string): Socket {
  if (address.startsWith('unix:')) return connect(address.slice('unix:'.length))
  const { hostname, port } = new URL(`tcp://${address}`)
  return connect(Number(port), hostname.replace(/^\[|\]$/g, ''))
}

async function askDaemon(socket: Socket, path: string, silenceMs: number): Promise<string> {
  socket.setTimeout(silenceMs, () => socket.destroy(new Error('It went silent.')))
  const said = answerOf(socket)
  // Should it answer before everything was sent, writing may fail first; the answer is what counts.
  const sent = send(socket, path)
  sent.catch(() => {})
  try {
    return await Promise.race([said, sent.then(() => said)])
  } finally {
    socket.destroy()
  }
}

async function answerOf(socket: Socket): Promise<string> {
  let text = ''
  for await (const part of socket) text = (text + String(part)).slice(0, 2000)
  if (!text) throw new Error('It hung up without a word.')
  return text.replace(/\0$/, '')
}

async function send(socket: Socket, path: string): Promise<void> {
  const write = (data: Buffer | string) =>
    new Promise<void>((resolve, reject) =>
      socket.write(data, (failure) => (failure ? reject(failure) : resolve())),
    )
  await write('zINSTREAM\0')
  for await (const part of createReadStream(path, { highWaterMark: PART_BYTES })) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE((part as Buffer).length)
    await write(Buffer.concat([length, part as Buffer]))
  }
  await write(Buffer.alloc(4))
}
