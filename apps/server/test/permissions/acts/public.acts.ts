import { newId } from '@mitsprache/terms'
import { CONTRIBUTION_STATES, PROCEDURE_STATES, type Acts } from '../act.ts'

export const PUBLIC_ACTS: Acts = {
  title: 'Reading what is on display',
  acts: {
    tenants: { does: 'Read which authorities take part', ask: () => ({}) },
    tenant: { does: 'Read how an authority presents itself', ask: ({ tenant }) => ({ slug: tenant }) },
    tenantPages: {
      does: 'Read imprint, privacy notice and accessibility statement',
      ask: ({ tenant }) => ({ tenant }),
    },
    procedureTemplates: { does: 'Read which kinds of procedure there are', ask: () => ({}) },
    procedures: {
      does: 'Find a procedure in the public list',
      states: PROCEDURE_STATES,
      ask: ({ tenant, slug }) => ({ tenant, search: slug }),
    },
    procedure: {
      does: 'Read a procedure by its address',
      states: PROCEDURE_STATES,
      ask: ({ tenant, slug }) => ({ tenant, slug }),
    },
    procedureById: {
      does: 'Read a procedure by its id',
      states: PROCEDURE_STATES,
      ask: ({ procedureId }) => ({ id: procedureId }),
    },
    contributions: {
      does: 'Find a contribution in the public list',
      states: CONTRIBUTION_STATES,
      ask: ({ procedureId }) => ({ procedureId }),
    },
    contribution: {
      does: 'Read a contribution as the public sees it',
      states: CONTRIBUTION_STATES,
      ask: ({ contribution }) => ({ id: contribution!.id }),
    },
    places: {
      does: 'Look for a place in words',
      ask: ({ procedureId }) => ({ procedureId, search: 'Wohnen am Bach' }),
    },
    placeAt: {
      does: 'Ask what a point on the map is called',
      ask: ({ procedureId }) => ({ procedureId, lon: 12.9214, lat: 50.8322 }),
    },
  },
}

export const CONTRIBUTING_ACTS: Acts = {
  title: 'Taking part',
  acts: {
    submitContribution: {
      does: 'Hand in a contribution',
      states: PROCEDURE_STATES,
      ask: ({ procedureId, roundId }) => ({
        input: {
          idempotencyKey: newId(),
          procedureId,
          roundId,
          text: 'Ein Baum an der Ecke.',
          language: 'de',
          place: { kind: 'none' },
          audience: 'publicWithoutName',
        },
      }),
    },
    beginContributionUpload: {
      does: 'Send a file with a contribution',
      states: PROCEDURE_STATES,
      ask: ({ procedureId }) => ({
        input: { idempotencyKey: newId(), procedureId, fileName: 'Foto.jpg', sizeBytes: 1000 },
      }),
    },
    contributionStatus: {
      does: 'See what became of a contribution, with the secret of its receipt',
      states: CONTRIBUTION_STATES,
      ask: ({ contribution }) => ({ number: contribution!.number, secret: contribution!.secret }),
    },
  },
}
