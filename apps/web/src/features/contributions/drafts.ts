import { del, get, set } from 'idb-keyval'
import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import { forgetFile } from './draft-files.ts'
import { isUntouched, newDraft, type Draft } from './draft.ts'

const PAUSE_MS = 250
const keyOf = (procedureId: string) => `draft:${procedureId}`

/**
 * The draft at hand, saved on this device while it is written.
 *
 * Saving waits for a short pause in typing; leaving or hiding the page saves at once.
 */
export const useDrafts = defineStore('drafts', () => {
  const draft = ref<Draft | null>(null)
  /** Whether the device keeps drafts at all; private windows may not. */
  const keeps = ref(true)
  let timer: number | undefined
  let saving: Promise<void> = Promise.resolve()

  function save(): Promise<void> {
    window.clearTimeout(timer)
    timer = undefined
    const now = draft.value
    if (!now || isUntouched(now)) return saving
    now.savedAt = new Date().toISOString()
    // Plain data: the database cannot store Vue's reactive wrappers.
    const copy = JSON.parse(JSON.stringify(now)) as Draft
    saving = saving
      .then(() => set(keyOf(copy.procedureId), copy))
      .then(
        () => void (keeps.value = true),
        () => void (keeps.value = false),
      )
    return saving
  }

  function withoutMoment(each: Draft | null) {
    if (!each) return ''
    const { savedAt: _, ...rest } = each
    return JSON.stringify(rest)
  }
  watch(
    () => withoutMoment(draft.value),
    (now, before) => {
      if (!now || !before) return
      window.clearTimeout(timer)
      timer = window.setTimeout(() => void save(), PAUSE_MS)
    },
  )
  window.addEventListener('pagehide', () => timer && void save())
  document.addEventListener('visibilitychange', () => document.hidden && timer && void save())

  /** Takes up the draft of a procedure where it was left, or begins one. */
  async function open(procedureId: string, roundId: string) {
    if (draft.value?.procedureId === procedureId) return
    let stored: Draft | undefined
    try {
      stored = await get<Draft>(keyOf(procedureId))
    } catch {
      keeps.value = false
    }
    // Fields added since it was saved get their first value.
    draft.value = stored ? { ...newDraft(procedureId, roundId), ...stored } : newDraft(procedureId, roundId)
    if (!draft.value.pending) draft.value.roundId = roundId
  }

  /** Removes the draft from this device; nothing of it is left. */
  async function remove() {
    window.clearTimeout(timer)
    timer = undefined
    const gone = draft.value
    draft.value = null
    if (!gone) return
    await saving
    await Promise.all(gone.files.map(forgetFile))
    try {
      await del(keyOf(gone.procedureId))
    } catch {
      // Where nothing could be stored, nothing is left either.
    }
  }

  return { draft, keeps, open, save, remove }
})
