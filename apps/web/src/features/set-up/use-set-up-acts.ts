import { tell, type Outcome } from '../../api/ask.ts'
import {
  AddDocumentDocument,
  AddPlanDrawingDocument,
  PlacePlanDrawingDocument,
  PublishProcedureDocument,
  RemoveDocumentDocument,
  RemovePlanDrawingDocument,
  type AddDocumentInput,
  type AddPlanDrawingInput,
  type PlacePlanDrawingInput,
  type SavedFragment,
} from '../../gql/graphql.ts'
import type { ActResult } from './use-draft.ts'

type Act = (sending: (version: number) => Promise<Outcome<SavedFragment>>) => Promise<ActResult>
export type NewDocument = Omit<AddDocumentInput, 'procedureId' | 'version'>
export type NewDrawing = Omit<AddPlanDrawingInput, 'procedureId' | 'version'>
export type DrawingChange = Omit<PlacePlanDrawingInput, 'procedureId' | 'version'>

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
    publish: () =>
      act(async (version) => {
        const { data, fault } = await tell(PublishProcedureDocument, { tenant: tenant(), id: id(), version })
        return data ? { data: data.publishProcedure, fault: null } : { data: null, fault }
      }),
  }
}
