import { nextTick, reactive, ref } from 'vue'
import { tell } from '../../api/ask.ts'
import type { Fault } from '../../api/outcome.ts'
import { RequestExportDocument, type ExportFormat, type RequestExportMutation } from '../../gql/graphql.ts'

export type Ready = Extract<RequestExportMutation['requestExport'], { __typename: 'ExportReady' }> & {
  at: Date
}
export type ExportState =
  { kind: 'making' } | { kind: 'ready'; file: Ready } | { kind: 'failed'; fault: Fault | null }

/** Asks for the files of one procedure and starts their download as soon as they are ready. */
export function useExport(tenant: () => string, procedureId: string) {
  const states = reactive<Partial<Record<ExportFormat, ExportState>>>({})
  const last = ref<ExportFormat | null>(null)

  async function request(format: ExportFormat, download: (file: Ready) => void) {
    if (states[format]?.kind === 'making') return
    last.value = format
    states[format] = { kind: 'making' }
    const { data, fault } = await tell(RequestExportDocument, { tenant: tenant(), procedureId, format })
    const answer = data?.requestExport
    if (answer?.__typename !== 'ExportReady') {
      states[format] = { kind: 'failed', fault }
      return
    }
    const file = { ...answer, at: new Date() }
    states[format] = { kind: 'ready', file }
    await nextTick()
    download(file)
  }
  return { states, last, request }
}
