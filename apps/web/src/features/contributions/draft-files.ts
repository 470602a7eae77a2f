import { newId } from '@mitsprache/terms'
import { del, get, set } from 'idb-keyval'
import type { Draft } from './draft.ts'
import { problemOfFile, type DraftFile, type FileProblem } from './draft-file.ts'
import { shrinkPicture } from './shrink-picture.ts'

const keyOf = (id: string) => `draft-file:${id}`
/** For this visit, where the device keeps nothing. */
const atHand = new Map<string, Blob>()

export type NotAdded = { name: string; problem: FileProblem }

/**
 * Takes a file into a draft: its content onto this device first, then its name into the draft, so that a draft
 * never names what is not there.
 *
 * @returns what is wrong with it, or null when it was taken.
 */
export async function addFile(draft: Draft, file: File): Promise<NotAdded | null> {
  const { content, name } = await shrinkPicture(file)
  const problem = problemOfFile(name, content.size, draft.files.length)
  if (problem) return { name: file.name, problem }
  const id = newId()
  // Bytes, not the chosen file: the original may be gone when it is sent.
  const bytes = new Blob([await content.arrayBuffer()], { type: content.type })
  atHand.set(id, bytes)
  await set(keyOf(id), bytes).catch(() => {})
  const known = { id, name, type: bytes.type, sizeBytes: bytes.size, alt: '' }
  draft.files.push({ ...known, ticket: null, sent: false, problem: null })
  return null
}

/** The content of a file, or null where the device has lost it. */
export async function contentOf({ id }: Pick<DraftFile, 'id'>): Promise<Blob | null> {
  const known = atHand.get(id)
  if (known) return known
  const stored = await get<Blob>(keyOf(id)).catch(() => undefined)
  if (stored) atHand.set(id, stored)
  return stored ?? null
}

/** Nothing of it is left on this device. */
export async function forgetFile({ id }: Pick<DraftFile, 'id'>): Promise<void> {
  atHand.delete(id)
  await del(keyOf(id)).catch(() => {})
}
