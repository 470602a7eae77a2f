import { tell } from '../../api/ask.ts'
import { BeginContributionUploadDocument, type BeginContributionUploadMutation } from '../../gql/graphql.ts'
import type { Draft } from './draft.ts'
import type { DraftFile } from './draft-file.ts'
import { contentOf } from './draft-files.ts'
import { sendFile } from './send-file.ts'

type BeginAnswer = BeginContributionUploadMutation['beginContributionUpload']
export type BeginRefusal = Exclude<BeginAnswer, { __typename: 'UploadTicket' | 'InputRefused' }>

export type FilesSent =
  | { kind: 'done' }
  /** The line is away, or the server for the moment; nothing is lost. */
  | { kind: 'away' }
  /** Some file is not taken; it says so itself. */
  | { kind: 'refused' }
  | { kind: 'roundRefused'; refusal: BeginRefusal }
  | { kind: 'broken'; id: string | null }

/**
 * Brings every file of a draft to the server, one after another, going on where an earlier try ended.
 *
 * @param save keeps the draft with every ticket, so that a crash repeats nothing.
 * @param told how many bytes of all are there.
 */
export async function sendDraftFiles(
  draft: Draft,
  save: () => Promise<void>,
  told: (sentBytes: number) => void,
): Promise<FilesSent> {
  let before = 0
  for (const file of draft.files) {
    const outcome = file.sent ? null : await sendOne(draft, file, save, (bytes) => told(before + bytes))
    if (outcome) return outcome
    before += file.sizeBytes
    told(before)
  }
  return draft.files.some(({ problem }) => problem) ? { kind: 'refused' } : { kind: 'done' }
}

/** Null when the next file may be sent: this one is there, or says itself why not. */
async function sendOne(
  draft: Draft,
  file: DraftFile,
  save: () => Promise<void>,
  told: (bytes: number) => void,
): Promise<FilesSent | null> {
  const content = await contentOf(file)
  if (!content) file.problem = 'lost'
  if (!content || file.problem) return null
  if (file.ticket && Date.parse(file.ticket.expiresAt) < Date.now()) file.ticket = null
  // A ticket that is worth nothing any more is replaced once; a second time something else is wrong.
  for (let tries = 0; tries < 2; tries++) {
    if (!file.ticket) {
      const refused = await begin(draft, file)
      if (refused || file.problem) return refused
      await save()
    }
    const sent = await sendFile(file.ticket!, content, told)
    if (sent.kind === 'checked') file.sent = true
    if (sent.kind === 'refused') file.problem = sent.problem
    if (sent.kind === 'lost' || sent.kind === 'refused') file.ticket = null
    await save()
    if (sent.kind === 'away') return { kind: 'away' }
    if (sent.kind !== 'lost') return null
  }
  return { kind: 'away' }
}

async function begin(draft: Draft, file: DraftFile): Promise<FilesSent | null> {
  const { idempotencyKey, procedureId } = draft
  const { data, fault } = await tell(BeginContributionUploadDocument, {
    input: { idempotencyKey, procedureId, fileName: file.name, sizeBytes: file.sizeBytes },
  })
  if (!data) return fault.kind === 'broken' ? { kind: 'broken', id: fault.id } : { kind: 'away' }
  const answer = data.beginContributionUpload
  if (answer.__typename === 'UploadTicket') {
    const { id, url, secret, expiresAt } = answer
    file.ticket = { id, url, secret, expiresAt }
  } else if (answer.__typename === 'InputRefused') {
    const problem = answer.fields[0]?.problem
    file.problem = problem === 'tooLarge' || problem === 'empty' ? problem : 'kind_other'
  } else return { kind: 'roundRefused', refusal: answer }
  return null
}
