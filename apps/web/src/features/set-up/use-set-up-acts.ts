import { tell, type Outcome } from '../../api/ask.ts'
import type { LocalizedText } from '@mitsprache/terms'
import {
  AddDocumentDocument,
  AddPlanDrawingDocument,
  ExtendPeriodDocument,
  ImportPlanDocument,
  PlacePlanDrawingDocument,
  PublishProcedureDocument,
  RemoveDocumentDocument,
  RemovePlanDrawingDocument,
  RemovePlanPartDocument,
  RenamePlanPartDocument,
  UndoPlanImportDocument,
  type AddDocumentInput,
  type AddPlanDrawingInput,
  type PlacePlanDrawingInput,
  type SavedFragment,
} from '../../gql/graphql.ts'
import type { ActResult } from './use-draft.ts'
import type { PlanOrder } from './use-plan-import.ts'

type Act = (sending: (version: number) => Promise<Outcome<SavedFragment>>) => Promise<ActResult>
export type NewDocument = Omit<AddDocumentInput, 'procedureId' | 'version'>
export type NewDrawing = Omit<AddPlanDrawingInput, 'procedureId' | 'version'>
export type DrawingChange = Omit<PlacePlanDrawingInput, 'procedureId' | 'version'>

const UNREADABLE = {
  __typename: 'FieldProblem',
  field: 'uploadId',
  problem: 'unreadable',
  limit: null,
} as const

/** What is done to a procedure at once and not while typing: files come and go, and it becomes public. */
export function useSetUpActs(act: Act, tenant: () => string, id: () => string) {
  return {
    addDocument: (document: NewDocument) =>
      act(async (version) => {
        const input = { ...document, procedureId: id(), version }
        const { data, fault } = await tell(AddDocumentDocument, { tenant: tenant(), input })
        return data ? { data: data.addDocument, fault: null } : { data: null, fault }
      }),
    removeDocument: (documentId: string) =>
      act(async (version) => {
        const variables = { tenant: tenant(), procedureId: id(), version, documentId }
        const { data, fault } = await tell(RemoveDocumentDocument, variables)
        return data ? { data: data.removeDocument, fault: null } : { data: null, fault }
      }),
    importPlan: (order: PlanOrder) =>
      act(async (version) => {
        const input = { ...order, procedureId: id(), version }
        const { data, fault } = await tell(ImportPlanDocument, { tenant: tenant(), input })
        if (!data) return { data: null, fault }
        const { importPlan: answer } = data
        // It was read a moment ago: whatever is the matter now, a second look tells.
        if (answer.__typename === 'PlanUnreadable')
          return { data: { __typename: 'InputRefused', fields: [UNREADABLE] }, fault: null }
        return { data: answer, fault: null }
      }),
    undoPlanImport: () =>
      act(async (version) => {
        const variables = { tenant: tenant(), procedureId: id(), version }
        const { data, fault } = await tell(UndoPlanImportDocument, variables)
        return data ? { data: data.undoPlanImport, fault: null } : { data: null, fault }
      }),
    renamePart: (partId: string, { de, en, hsb }: LocalizedText) =>
      act(async (version) => {
        const input = { procedureId: id(), version, partId, name: { de, en, hsb } }
        const { data, fault } = await tell(RenamePlanPartDocument, { tenant: tenant(), input })
        return data ? { data: data.renamePlanPart, fault: null } : { data: null, fault }
      }),
    removePart: (partId: string) =>
      act(async (version) => {
        const variables = { tenant: tenant(), procedureId: id(), version, partId }
        const { data, fault } = await tell(RemovePlanPartDocument, variables)
        return data ? { data: data.removePlanPart, fault: null } : { data: null, fault }
      }),
    addDrawing: (drawing: NewDrawing) =>
      act(async (version) => {
        const input = { ...drawing, procedureId: id(), version }
        const { data, fault } = await tell(AddPlanDrawingDocument, { tenant: tenant(), input })
        return data ? { data: data.addPlanDrawing, fault: null } : { data: null, fault }
      }),
    placeDrawing: (change: DrawingChange) =>
      act(async (version) => {
        const input = { ...change, procedureId: id(), version }
        const { data, fault } = await tell(PlacePlanDrawingDocument, { tenant: tenant(), input })
        return data ? { data: data.placePlanDrawing, fault: null } : { data: null, fault }
      }),
    removeDrawing: (drawingId: string) =>
      act(async (version) => {
        const variables = { tenant: tenant(), procedureId: id(), version, drawingId }
        const { data, fault } = await tell(RemovePlanDrawingDocument, variables)
        return data ? { data: data.removePlanDrawing, fault: null } : { data: null, fault }
      }),
    extend: (endsOn: string, note: LocalizedText) =>
      act(async (version) => {
        const input = { id: id(), version, endsOn, note }
        const { data, fault } = await tell(ExtendPeriodDocument, { tenant: tenant(), input })
        return data ? { data: data.extendPeriod, fault: null } : { data: null, fault }
      }),
    publish: () =>
      act(async (version) => {
        const { data, fault } = await tell(PublishProcedureDocument, { tenant: tenant(), id: id(), version })
        return data ? { data: data.publishProcedure, fault: null } : { data: null, fault }
      }),
  }
}

export type SetUpActs = ReturnType<typeof useSetUpActs>
