import { problemOfRefusal, type FileProblem, type UploadTicket } from './draft-file.ts'

/** Small enough that a broken line costs little. */
const PART_BYTES = 1024 * 1024

export type Sent =
  | { kind: 'checked' }
  | { kind: 'refused'; problem: FileProblem }
  /** No answer, or none for now: what arrived stays, the same again goes on from there. */
  | { kind: 'away' }
  /** The ticket is worth nothing any more. */
  | { kind: 'lost' }

/**
 * Sends a file to its ticket, going on where the server says that it ends (docs/uploads.md).
 *
 * @param told how many bytes are there.
 */
export async function sendFile(
  ticket: UploadTicket,
  content: Blob,
  told: (sentBytes: number) => void,
): Promise<Sent> {
  const headers = { 'Upload-Secret': ticket.secret }
  const stand = await asking(ticket.url, { method: 'HEAD', headers })
  if (stand?.status === 404) return { kind: 'lost' }
  if (stand?.status !== 200) return { kind: 'away' }
  let offset = Number(stand.headers.get('Upload-Offset'))
  for (;;) {
    told(offset)
    // When all is there, the last byte is sent again: it makes the server say what it found.
    const first = Math.min(offset, content.size - 1)
    const end = Math.min(content.size, first + PART_BYTES)
    const answer = await asking(ticket.url, {
      method: 'PUT',
      headers: {
        ...headers,
        'Content-Type': 'application/octet-stream',
        'Content-Range': `bytes ${first}-${end - 1}/${content.size}`,
      },
      body: content.slice(first, end),
    })
    const next = answer && Number(answer.headers.get('Upload-Offset') ?? Number.NaN)
    if (answer?.status === 200) {
      told(content.size)
      return { kind: 'checked' }
    }
    if (answer?.status === 422) return refusalIn(answer)
    if (answer && [400, 404, 413].includes(answer.status)) return { kind: 'lost' }
    if ((answer?.status === 204 || answer?.status === 409) && Number.isFinite(next) && next !== offset)
      offset = next!
    else return { kind: 'away' }
  }
}

async function refusalIn(answer: Response): Promise<Sent> {
  const { code, facts } = (await answer.json().catch(() => ({}))) as {
    code?: string
    facts?: { name: string; value: string }[]
  }
  const kind = facts?.find(({ name }) => name === 'kind')?.value
  return { kind: 'refused', problem: problemOfRefusal(code ?? null, kind) }
}

async function asking(url: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(url, { ...init, credentials: 'omit' })
  } catch {
    return null
  }
}
