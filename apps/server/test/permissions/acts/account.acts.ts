import { newId } from '@mitsprache/terms'
import { codeOf } from '../../../src/modules/identity/identity.testing.ts'
import { NOW, PASSWORD } from '../../world.ts'
import type { Acts } from '../act.ts'
import { invited } from './people.acts.ts'

const A_DEVICE = 'what follows needs a device that the test has not; passkeys have their own tests'

export const SIGNING_IN_ACTS: Acts = {
  title: 'Signing in',
  acts: {
    signIn: {
      does: 'Sign in with the password of somebody who works for the authority',
      ask: async ({ tenant, colleague }) => ({
        tenant,
        email: (await colleague()).email,
        password: PASSWORD,
      }),
    },
    signInAsSample: {
      does: 'Sign in with a button, as somebody of a sample town',
      ask: ({ sampleTown }) => ({ tenant: sampleTown, role: 'agencyClerk' }),
    },
    passkeyOrigin: { does: 'Ask where passkeys work', ask: () => ({}) },
    askForPasskey: { does: 'Ask for a question to a passkey', ask: () => ({ alone: true }) },
    signInByPasskey: {
      does: 'Try to sign in with a passkey',
      ask: ({ tenant }) => ({ tenant, answer: '{}' }),
      tried: { SignInRefused: A_DEVICE },
    },
    pendingSignIn: {
      does: 'See one’s own sign-in that waits for a second factor',
      ask: () => ({}),
      waiting: true,
    },
    invitation: {
      does: 'Open an invitation with the secret of its link',
      ask: async (asked) => ({ secret: (await invited(asked)).secret }),
    },
    acceptInvitation: {
      does: 'Accept an invitation with the secret of its link',
      ask: async (asked) => ({
        tenant: asked.tenant,
        secret: (await invited(asked)).secret,
        password: PASSWORD,
      }),
    },
    signOut: { does: 'Sign out', ask: () => ({}), own: true },
  },
}

export const ACCOUNT_ACTS: Acts = {
  title: 'One’s own account',
  acts: {
    viewer: { does: 'See as whom one is signed in', ask: ({ tenant }) => ({ tenant }) },
    account: {
      does: 'See one’s own account, at this authority',
      ask: ({ tenant }) => ({ tenant }),
      own: true,
    },
    proveFactor: {
      does: 'Show one’s password once more',
      ask: ({ tenant }) => ({ tenant, kind: 'password', answer: PASSWORD }),
      own: true,
    },
    changePassword: {
      does: 'Change one’s password',
      ask: () => ({ password: 'Ein ganz anderer Satz für morgen' }),
      own: true,
    },
    requestNewAddress: {
      does: 'Ask for another address to sign in with',
      ask: ({ tenant }) => ({ tenant, email: `neu-${newId()}@stadt.example` }),
      own: true,
    },
    confirmNewAddress: {
      does: 'Confirm such an address, with the secret of the link that was sent to it',
      ask: async ({ addressChange }) => ({ secret: await addressChange('confirm') }),
      own: true,
    },
    stopAddressChange: {
      does: 'Stop such a change, with the secret of the link that was sent to the address so far',
      ask: async ({ addressChange }) => ({ secret: await addressChange('stop') }),
      own: true,
    },
    beginAuthenticatorApp: { does: 'Begin to set up an authenticator app', ask: () => ({}), own: true },
    addAuthenticatorApp: {
      does: 'Set up an authenticator app',
      async ask({ tenant, inSameSession }) {
        const begun = await inSameSession<{ secret: string; enrolment: string }>('beginAuthenticatorApp', {})
        if (!begun) return { tenant, enrolment: '', code: '000000' }
        return { tenant, enrolment: begun.enrolment, code: codeOf(begun.secret, NOW) }
      },
      own: true,
    },
    removeAuthenticatorApp: { does: 'Remove one’s authenticator app', ask: () => ({}), own: true },
    beginPasskey: { does: 'Begin to set up a passkey', ask: () => ({}), own: true },
    addPasskey: {
      does: 'Set up a passkey',
      ask: ({ tenant }) => ({ tenant, answer: '{}', name: 'Telefon' }),
      tried: { ProofRefused: A_DEVICE },
      own: true,
    },
    removePasskey: {
      does: 'Remove one’s passkey',
      ask: async ({ passkey }) => ({ id: await passkey() }),
      own: true,
    },
    renewRecoveryCodes: { does: 'Get new recovery codes', ask: () => ({}), own: true },
    endSession: {
      does: 'Sign out another session of one’s own',
      ask: async ({ otherSession }) => ({ id: await otherSession() }),
      own: true,
    },
    endOtherSessions: { does: 'Sign out all other sessions of one’s own', ask: () => ({}), own: true },
  },
}
