import { PROCEDURE_STATES, type Acts, type Asked } from '../act.ts'

const de = (text: string) => ({ de: text })

type Listed = { id: string }[]
type Desk = { version: number; documents: Listed; drawings: Listed }
const MANNER = { takeTerritory: false, takeObjects: true, manner: 'add', attachments: [] }

const deskOf = ({ tenant, procedureId, first }: Asked) =>
  first<Desk>('staffProcedure', { tenant, id: procedureId })

/** The document that an administrator has put there. */
async function withDocument(asked: Asked): Promise<{ version: number; documentId: string }> {
  const { tenant, procedureId, first } = asked
  let { version, documents } = await deskOf(asked)
  if (!documents.length) {
    const uploadId = await asked.uploadOfAdministrator('planDocument')
    const input = { procedureId, version, uploadId, category: 'planDrawing', title: de('Plan') }
    ;({ version, documents } = (await first<{ procedure: Desk }>('addDocument', { tenant, input })).procedure)
  }
  return { version, documentId: documents[0]!.id }
}

/** The drawing that an administrator has put there. */
async function withDrawing(asked: Asked): Promise<{ version: number; drawingId: string }> {
  const { tenant, procedureId, first } = asked
  let { version, drawings } = await deskOf(asked)
  if (!drawings.length) {
    const uploadId = await asked.uploadOfAdministrator('planPicture')
    const input = { procedureId, version, uploadId, page: 1, title: de('Zeichnung') }
    ;({ version, drawings } = (
      await first<{ procedure: Desk }>('addPlanDrawing', { tenant, input })
    ).procedure)
  }
  return { version, drawingId: drawings[0]!.id }
}

/** The version after an administrator's import. */
async function withImport(asked: Asked): Promise<number> {
  const { tenant, procedureId, first } = asked
  const { lastImport } = await first<{ lastImport: object | null }>('staffPlan', { tenant, procedureId })
  const { version } = await deskOf(asked)
  if (lastImport) return version
  const uploadId = await asked.uploadOfAdministrator('planData')
  const input = { procedureId, version, uploadId, ...MANNER }
  return (await first<{ procedure: Desk }>('importPlan', { tenant, input })).procedure.version
}

export const PROCEDURE_ACTS: Acts = {
  title: 'Setting up procedures',
  acts: {
    staffProcedures: {
      does: 'List the procedures of the authority',
      ask: ({ tenant }) => ({ tenant }),
    },
    staffProcedure: {
      does: 'Open a procedure at the desk',
      states: PROCEDURE_STATES,
      ask: ({ tenant, procedureId }) => ({ tenant, id: procedureId }),
    },
    createProcedure: {
      does: 'Begin a new procedure',
      ask: ({ tenant }) => ({ tenant, input: { templateKey: 'mapDialogue', title: de('Neuer Platz') } }),
    },
    copyProcedure: {
      does: 'Begin a new procedure with all that an earlier one has',
      states: PROCEDURE_STATES,
      ask: ({ tenant, procedureId }) => ({
        tenant,
        input: { procedureId, title: de('Noch ein Platz'), startsOn: '2027-03-01' },
      }),
    },
    updateProcedure: {
      does: 'Change a procedure',
      states: PROCEDURE_STATES,
      ask: ({ tenant, procedureId, version }) => ({
        tenant,
        input: { id: procedureId, version, summary: de('Anders gesagt.') },
      }),
    },
    extendPeriod: {
      does: 'Give people more time than was announced',
      states: PROCEDURE_STATES,
      ask: ({ tenant, procedureId, version }) => ({
        tenant,
        input: { id: procedureId, version, endsOn: '2027-01-15', note: de('Mehr Zeit für alle.') },
      }),
    },
    publishProcedure: {
      does: 'Put a procedure on display, or what has changed of it',
      states: PROCEDURE_STATES,
      ask: ({ tenant, procedureId, version }) => ({ tenant, id: procedureId, version }),
    },
  },
}

export const PLAN_ACTS: Acts = {
  title: 'Documents, drawings and plans',
  acts: {
    beginUpload: {
      does: 'Send a file for a procedure',
      ask: ({ tenant }) => ({
        tenant,
        input: { purpose: 'planDocument', fileName: 'Plan.pdf', sizeBytes: 1000 },
      }),
    },
    addDocument: {
      does: 'Add a document',
      states: PROCEDURE_STATES,
      ask: async ({ tenant, procedureId, version, upload }) => ({
        tenant,
        input: {
          procedureId,
          version,
          uploadId: await upload('planDocument'),
          category: 'planDrawing',
          title: de('Planzeichnung'),
        },
      }),
    },
    removeDocument: {
      does: 'Remove a document',
      states: PROCEDURE_STATES,
      ask: async (asked) => ({
        tenant: asked.tenant,
        procedureId: asked.procedureId,
        ...(await withDocument(asked)),
      }),
    },
    addPlanDrawing: {
      does: 'Lay a drawing on the map',
      states: PROCEDURE_STATES,
      ask: async ({ tenant, procedureId, version, upload }) => ({
        tenant,
        input: {
          procedureId,
          version,
          uploadId: await upload('planPicture'),
          page: 1,
          title: de('Zeichnung'),
        },
      }),
    },
    placePlanDrawing: {
      does: 'Place a drawing',
      states: PROCEDURE_STATES,
      ask: async (asked) => ({
        tenant: asked.tenant,
        input: { procedureId: asked.procedureId, ...(await withDrawing(asked)), opacity: 0.5 },
      }),
    },
    removePlanDrawing: {
      does: 'Remove a drawing',
      states: PROCEDURE_STATES,
      ask: async (asked) => ({
        tenant: asked.tenant,
        procedureId: asked.procedureId,
        ...(await withDrawing(asked)),
      }),
    },
    staffPlan: {
      does: 'Open the plan of a procedure at the desk',
      states: PROCEDURE_STATES,
      ask: ({ tenant, procedureId }) => ({ tenant, procedureId }),
    },
    previewPlanImport: {
      does: 'Look at what a file of a plan would change',
      states: PROCEDURE_STATES,
      ask: async ({ tenant, procedureId, upload }) => ({
        tenant,
        input: { procedureId, uploadId: await upload('planData'), manner: 'add' },
      }),
    },
    importPlan: {
      does: 'Take a plan over from a file',
      states: PROCEDURE_STATES,
      ask: async ({ tenant, procedureId, version, upload }) => ({
        tenant,
        input: { procedureId, version, uploadId: await upload('planData'), ...MANNER },
      }),
    },
    undoPlanImport: {
      does: 'Undo the last import',
      states: PROCEDURE_STATES,
      ask: async (asked) => ({
        tenant: asked.tenant,
        procedureId: asked.procedureId,
        version: await withImport(asked),
      }),
    },
    renamePlanPart: {
      does: 'Rename a part of the plan',
      states: PROCEDURE_STATES,
      ask: ({ tenant, procedureId, version, planPartId }) => ({
        tenant,
        input: { procedureId, version, partId: planPartId, name: de('Anger') },
      }),
    },
    removePlanPart: {
      does: 'Remove a part of the plan',
      states: PROCEDURE_STATES,
      ask: ({ tenant, procedureId, version, planPartId }) => ({
        tenant,
        procedureId,
        version,
        partId: planPartId,
      }),
    },
    streets: {
      does: 'Look for a street at the desk',
      ask: ({ tenant }) => ({ tenant, search: 'Mozart' }),
    },
  },
}
