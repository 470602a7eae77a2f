import { computed, onBeforeUnmount, onMounted, ref, shallowRef, watch } from 'vue'
import { ask, tell, type Outcome } from '../../api/ask.ts'
import { privately } from '../../api/client.ts'
import type { Fault } from '../../api/outcome.ts'
import {
  SetUpDocument,
  UpdateProcedureDocument,
  type SavedFragment,
  type SetUpFactsFragment,
  type UpdateProcedureInput,
} from '../../gql/graphql.ts'
import { changedFields, changesOf, fieldsOf, reconcile, type FieldName, type Fields } from './draft-fields.ts'

export type FieldProblem = { field: string; problem: string; limit?: number | null }
export type Conflict = { name: FieldName; theirs: Fields }
export type ActResult =
  | { kind: 'saved' }
  | { kind: 'refused'; fields: FieldProblem[] }
  | { kind: 'missing'; missing: string[] }
  | { kind: 'full'; most: number }
  | { kind: 'stale' }
  | { kind: 'fault'; fault: Fault }

type SaveAnswer = SavedFragment
const PAUSE_MS = 800
const AGAIN_MS = 5_000

/** One procedure being set up: what is in the form, what is saved, and how the one becomes the other. */
export function useDraft(tenant: () => string, id: () => string) {
  const procedure = shallowRef<SetUpFactsFragment | null>(null)
  const fields = ref<Fields | null>(null)
  const base = shallowRef<Fields | null>(null)
  const gone = ref(false)
  const fault = ref<Fault | null>(null)
  const saving = ref(false)
  const savedAt = ref<Date | null>(null)
  const problems = ref<FieldProblem[]>([])
  const periodFixed = ref(false)
  const conflicts = ref<Conflict[]>([])
  let timer: number | undefined
  let line: Promise<unknown> = Promise.resolve()

  const unsaved = computed(() =>
    base.value && fields.value ? changedFields(base.value, fields.value).length > 0 : false,
  )

  async function load() {
    const outcome = await ask(SetUpDocument, { tenant: tenant(), id: id() }, privately)
    fault.value = outcome.fault
    const found = outcome.data?.staffProcedure ?? null
    gone.value = outcome.data !== null && found === null
    if (!found) return
    const theirs = fieldsOf(found)
    if (base.value && fields.value) {
      const both = reconcile(base.value, fields.value, theirs)
      conflicts.value = both.conflicts.map((name) => ({ name, theirs }))
      fields.value = both.fields
    } else fields.value = structuredClone(theirs)
    procedure.value = found
    base.value = theirs
  }

  /** What is saved becomes the base; what was typed on meanwhile stays typed. */
  function accept(saved: SetUpFactsFragment, sentFields: string) {
    const before = JSON.parse(sentFields) as Fields
    const now = fieldsOf(saved)
    const mine = fields.value!
    // The server puts rings in order and moves the day of an extension; what nobody touched follows it.
    const untouched = (name: FieldName) => JSON.stringify(mine[name]) === JSON.stringify(before[name])
    if (untouched('territory')) mine.territory = now.territory
    if (untouched('endsOn')) mine.endsOn = now.endsOn
    procedure.value = saved
    base.value = now
    savedAt.value = new Date()
    fault.value = null
    problems.value = []
  }

  /** One at a time: each answer carries the version the next one needs. */
  function inLine<T>(work: () => Promise<T>): Promise<T> {
    const mine = line.then(work)
    line = mine.catch(() => undefined)
    return mine
  }

  async function take(sending: (version: number) => Promise<Outcome<SaveAnswer>>): Promise<ActResult> {
    const sentFields = JSON.stringify(fields.value)
    const { data, fault: failed } = await sending(procedure.value!.version)
    if (!data) {
      fault.value = failed
      return { kind: 'fault', fault: failed }
    }
    if (data.__typename === 'ProcedureSaved') {
      accept(data.procedure, sentFields)
      return { kind: 'saved' }
    }
    if (data.__typename === 'InputRefused') return { kind: 'refused', fields: data.fields }
    if (data.__typename === 'NotReady') return { kind: 'missing', missing: data.missing }
    if (data.__typename === 'QuotaReached') return { kind: 'full', most: data.most }
    await load()
    return { kind: 'stale' }
  }

  async function saveNow(): Promise<void> {
    if (!procedure.value || !base.value || !fields.value || conflicts.value.length) return
    const changes = changesOf(base.value, fields.value)
    if (Object.keys(changes).length === 0) return
    saving.value = true
    const result = await take(async (version) => {
      const input = { id: id(), version, ...changes } as UpdateProcedureInput
      const { data, fault: failed } = await tell(UpdateProcedureDocument, { tenant: tenant(), input })
      return data ? { data: data.updateProcedure, fault: null } : { data: null, fault: failed }
    })
    saving.value = false
    if (result.kind === 'refused') problems.value = result.fields
    if (result.kind === 'missing') periodFixed.value = result.missing.includes('periodIsPublished')
    // Somebody else saved other fields: ours are laid over theirs and go out again.
    if (result.kind === 'stale' && conflicts.value.length === 0) await saveNow()
    if (result.kind === 'fault' && result.fault.kind === 'offline') schedule(AGAIN_MS)
  }
  const save = () => inLine(saveNow)

  function schedule(pauseMs = PAUSE_MS) {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void save(), pauseMs)
  }
  function flush() {
    window.clearTimeout(timer)
    return save()
  }
  watch(fields, () => unsaved.value && schedule(), { deep: true })

  /** An act of its own (a document, publishing), after everything typed is saved. */
  const act = async (sending: (version: number) => Promise<Outcome<SaveAnswer>>) => {
    await flush()
    return inLine(() => take(sending))
  }

  function settle(name: FieldName, whose: 'mine' | 'theirs') {
    const conflict = conflicts.value.find((each) => each.name === name)
    conflicts.value = conflicts.value.filter((each) => each.name !== name)
    if (conflict && whose === 'theirs')
      Object.assign(fields.value!, { [name]: structuredClone(conflict.theirs[name]) })
    if (conflicts.value.length === 0) void flush()
  }

  const holdBack = (event: BeforeUnloadEvent) => unsaved.value && event.preventDefault()
  const online = () => unsaved.value && schedule(0)
  onMounted(() => {
    void load()
    window.addEventListener('beforeunload', holdBack)
    window.addEventListener('online', online)
  })
  onBeforeUnmount(() => {
    window.clearTimeout(timer)
    window.removeEventListener('beforeunload', holdBack)
    window.removeEventListener('online', online)
  })
  return {
    procedure,
    fields,
    gone,
    fault,
    saving,
    savedAt,
    problems,
    periodFixed,
    conflicts,
    unsaved,
    load,
    flush,
    act,
    settle,
  }
}
