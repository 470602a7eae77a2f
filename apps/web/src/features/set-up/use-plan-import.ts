import type { DocumentCategory } from '@mitsprache/terms'
import { reactive, ref, shallowRef, watch } from 'vue'
import { tell } from '../../api/ask.ts'
import {
  PreviewPlanDocument,
  type ImportPlanInput,
  type PlanPreviewFactsFragment,
  type PlanUnreadableFactsFragment,
} from '../../gql/graphql.ts'
import type { ActResult } from './use-draft.ts'
import { useUpload } from './use-upload.ts'

export type PlanOrder = Omit<ImportPlanInput, 'procedureId' | 'version'>
export type AttachmentChoice = {
  path: string
  sizeBytes: number
  taken: boolean
  title: string
  category: DocumentCategory
}

type Wish = {
  assumeCrs: string | null
  entry: string | null
  nameProperty: string | null
  designationProperty: string | null
  manner: 'replace' | 'add'
  takeTerritory: boolean
  takeObjects: boolean
}
const NOTHING_SAID = {
  assumeCrs: null,
  entry: null,
  nameProperty: null,
  designationProperty: null,
  manner: 'replace',
} as const

const titleOf = (path: string) =>
  path
    .split('/')
    .at(-1)!
    .replace(/\.pdf$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim()

/** A plan from its file to the procedure: sent, read, looked at, taken over. */
export function usePlanImport(
  tenant: () => string,
  procedureId: () => string,
  importPlan: (order: PlanOrder) => Promise<ActResult>,
  onTaken: () => void,
) {
  const upload = useUpload(tenant, procedureId, 'planData')
  const preview = shallowRef<PlanPreviewFactsFragment | null>(null)
  const unreadable = shallowRef<PlanUnreadableFactsFragment | null>(null)
  const attachments = ref<AttachmentChoice[]>([])
  const busy = ref(false)
  /** A word for what went wrong: `fault`, or the problem that the server named. */
  const problem = ref<string | null>(null)
  const wish = reactive<Wish>({ ...NOTHING_SAID, takeTerritory: true, takeObjects: true })
  let turn = 0

  const answers = () => {
    const { assumeCrs, entry, nameProperty, designationProperty, manner } = wish
    return { assumeCrs, entry, nameProperty, designationProperty, manner, uploadId: upload.uploadId()! }
  }

  async function look() {
    const mine = ++turn
    busy.value = true
    problem.value = null
    const input = { ...answers(), procedureId: procedureId() }
    const { data } = await tell(PreviewPlanDocument, { tenant: tenant(), input })
    if (mine !== turn) return
    busy.value = false
    const answer = data?.previewPlanImport
    unreadable.value = answer?.__typename === 'PlanUnreadable' ? answer : null
    if (answer?.__typename === 'PlanPreview') show(answer)
    else if (!unreadable.value) problem.value = 'fault'
  }

  function show(found: PlanPreviewFactsFragment) {
    const isFirst = !preview.value
    preview.value = found
    wish.nameProperty ??= found.nameProperty ?? null
    wish.designationProperty ??= found.designationProperty ?? null
    if (!isFirst) return
    wish.takeTerritory = !!found.territory && !found.territoryProblem
    // One area alone is the planning area; it need not be a part of the plan as well.
    wish.takeObjects = found.objectCount > 1 || !wish.takeTerritory
    attachments.value = found.attachments
      .filter(({ path }) => /\.pdf$/i.test(path))
      .map(({ path, title, sizeBytes }) => ({
        path,
        sizeBytes,
        taken: false,
        title: title ?? titleOf(path),
        category: 'other' as const,
      }))
  }

  watch(
    () => upload.state.value.kind,
    (kind) => kind === 'checked' && void look(),
  )

  function leave() {
    turn += 1
    busy.value = false
    upload.done()
    preview.value = null
    unreadable.value = null
    attachments.value = []
    problem.value = null
  }

  async function take(): Promise<void> {
    if (busy.value || !preview.value) return
    busy.value = true
    problem.value = null
    const order = {
      ...answers(),
      takeTerritory: wish.takeTerritory,
      takeObjects: wish.takeObjects,
      attachments: attachments.value
        .filter(({ taken }) => taken)
        .map(({ path, title, category }) => ({ path, title, category })),
    }
    let result = await importPlan(order)
    // Somebody saved something else meanwhile; what was looked at is still what is wanted.
    if (result.kind === 'stale') result = await importPlan(order)
    busy.value = false
    if (result.kind === 'saved') {
      leave()
      onTaken()
      return
    }
    problem.value = result.kind === 'refused' ? (result.fields[0]?.problem ?? 'fault') : 'fault'
  }

  return {
    upload,
    preview,
    unreadable,
    attachments,
    busy,
    problem,
    wish,
    look,
    leave,
    take,
    /** What the file left open, told by a person. */
    answer(told: { assumeCrs?: string; entry?: string }) {
      Object.assign(wish, told)
      void look()
    },
    choose(file: File) {
      leave()
      Object.assign(wish, NOTHING_SAID)
      upload.choose(file)
    },
  }
}

export type PlanImport = ReturnType<typeof usePlanImport>
