import { CONTRIBUTION_STATES, PROCEDURE_STATES, type Acts } from '../act.ts'

export const CONTRIBUTION_ACTS: Acts = {
  title: 'Contributions at the desk',
  acts: {
    moderationQueue: {
      does: 'Find a contribution in the list for review',
      states: CONTRIBUTION_STATES.slice(0, 3),
      ask: ({ tenant, procedureId, state }) => ({ tenant, procedureId, visibility: state }),
    },
    moderationItem: {
      does: 'Open a contribution for review',
      states: CONTRIBUTION_STATES,
      ask: ({ tenant, contribution }) => ({ tenant, id: contribution!.id }),
    },
    decideVisibility: {
      does: 'Publish a contribution',
      states: CONTRIBUTION_STATES,
      ask: ({ tenant, contribution, state }) => ({
        tenant,
        input: {
          contributionId: contribution!.id,
          version: state === 'published' || state === 'withheld' ? 2 : 1,
          decision: 'publish',
        },
      }),
    },
    eraseAuthor: {
      does: 'Erase who wrote a contribution',
      states: CONTRIBUTION_STATES,
      ask: ({ tenant, contribution }) => ({ tenant, contributionId: contribution!.id }),
    },
    requestExport: {
      does: 'Take the contributions of a procedure with their authors as a file',
      states: PROCEDURE_STATES,
      ask: ({ tenant, procedureId }) => ({ tenant, procedureId, format: 'csv' }),
    },
  },
}
