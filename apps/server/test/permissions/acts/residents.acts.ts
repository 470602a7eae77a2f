import { newId } from '@mitsprache/terms'
import type { Acts } from '../act.ts'

const NO_SERVICE = 'nobody answers at the address of the sign-in service; it has its own tests'

export const RESIDENT_ACTS: Acts = {
  title: 'Accounts of residents',
  acts: {
    resident: { does: 'See as whom one is signed in as a resident', ask: ({ tenant }) => ({ tenant }) },
    residentsByMail: { does: 'Ask whether residents can sign in by mail', ask: ({ tenant }) => ({ tenant }) },
    requestResidentLink: {
      does: 'Ask for a link to sign in with',
      ask: ({ tenant }) => ({ tenant, email: 'nora@b.example', language: 'de' }),
    },
    enterByLink: {
      does: 'Sign in with the secret of such a link',
      ask: async ({ residentLink }) => ({ secret: await residentLink() }),
    },
    keepInAccount: {
      does: 'Keep a contribution in one’s account, with the secret of its receipt',
      states: ['inReview'],
      ask: ({ tenant, contribution }) => ({
        tenant,
        number: contribution!.number,
        secret: contribution!.secret,
      }),
    },
    ownContributions: {
      does: 'See the contributions in one’s own account',
      states: ['inReview'],
      async ask({ tenant, contribution, inSameSession }) {
        const { number, secret } = contribution!
        await inSameSession('keepInAccount', { tenant, number, secret })
        return { tenant }
      },
    },
    leaveAccount: {
      does: 'Take a contribution out of one’s account',
      states: ['inReview'],
      async ask({ tenant, contribution, inSameSession }) {
        const { number, secret } = contribution!
        await inSameSession('keepInAccount', { tenant, number, secret })
        return { tenant, number }
      },
    },
    deleteResidentAccount: { does: 'Delete one’s account', ask: ({ tenant }) => ({ tenant }) },
    requestNewResidentAddress: {
      does: 'Ask for another address in one’s account',
      ask: ({ tenant }) => ({ tenant, email: `neu-${newId()}@b.example`, language: 'de' }),
      tried: { HeldBySignOn: 'the resident of this test came by a sign-in service' },
    },
    signOutResident: { does: 'Sign out as a resident', ask: () => ({}) },
  },
}

export const SIGN_ON_ACTS: Acts = {
  title: 'Sign-in services',
  acts: {
    signOnServices: {
      does: 'See which sign-in services the authority has',
      async ask({ tenant, signOnProvider }) {
        await signOnProvider()
        return { tenant, for: 'resident' }
      },
    },
    beginSignOn: {
      does: 'Begin to sign in at such a service',
      ask: async ({ tenant, signOnProvider }) => ({
        tenant,
        providerId: await signOnProvider(),
        for: 'resident',
        language: 'de',
      }),
      tried: { SignOnRefused: NO_SERVICE },
    },
    finishSignOn: {
      does: 'Come back from there',
      ask: async ({ tenant, signOnProvider }) => ({
        tenant,
        providerId: await signOnProvider(),
        query: 'code=a&state=b',
      }),
      tried: { SignOnRefused: NO_SERVICE },
    },
    signOnProviders: {
      does: 'See how the sign-in services are set up',
      async ask({ tenant, signOnProvider }) {
        await signOnProvider()
        return { tenant }
      },
    },
    saveSignOnProvider: {
      does: 'Change a sign-in service',
      ask: async ({ tenant, signOnProvider }) => ({
        tenant,
        input: {
          id: await signOnProvider(),
          version: 1,
          label: 'Amt',
          issuer: 'https://127.0.0.1:1',
          clientId: 'c',
          forStaff: true,
          forResidents: true,
          showsFactor: true,
          groupRoles: [{ group: 'amt', roles: ['planner'] }],
          acrLevels: [],
        },
      }),
    },
    removeSignOnProvider: {
      does: 'Remove a sign-in service',
      ask: async ({ tenant, signOnProvider }) => ({ tenant, id: await signOnProvider() }),
    },
  },
}

export const AUDIT_ACTS: Acts = {
  title: 'The log',
  acts: {
    auditLog: { does: 'Read what happened', ask: ({ tenant }) => ({ tenant }) },
    auditLogChoices: { does: 'See what the log can be narrowed to', ask: ({ tenant }) => ({ tenant }) },
  },
}
