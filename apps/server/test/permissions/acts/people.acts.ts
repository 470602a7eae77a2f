import { newId } from '@mitsprache/terms'
import type { Acts, Asked } from '../act.ts'

/** An invitation by an administrator that nobody has accepted yet, and the secret of its link. */
export async function invited({ tenant, first }: Asked): Promise<{ id: string; secret: string }> {
  const input = { name: 'Neu Amt', email: `${newId()}@stadt.example`, roles: ['agencyClerk'] }
  const { invitation, link } = await first<{ invitation: { id: string }; link: string }>('invitePerson', {
    tenant,
    input,
  })
  return { id: invitation.id, secret: link.split('#')[1]! }
}

async function organisation({ tenant, first }: Asked): Promise<string> {
  const input = { name: `Amt ${newId()}`, kind: 'office', email: '', phone: '' }
  await first('saveOrganisation', { tenant, input })
  const { organisations } = await first<{ organisations: { id: string; name: string }[] }>('people', {
    tenant,
  })
  return organisations.find(({ name }) => name === input.name)!.id
}

export const PEOPLE_ACTS: Acts = {
  title: 'People and settings of the authority',
  acts: {
    people: { does: 'See who works for the authority', ask: ({ tenant }) => ({ tenant }) },
    invitePerson: {
      does: 'Invite somebody',
      ask: ({ tenant }) => ({
        tenant,
        input: { name: 'Neu Amt', email: `${newId()}@stadt.example`, roles: ['planner'] },
      }),
    },
    withdrawInvitation: {
      does: 'Take an invitation back',
      ask: async (asked) => ({ tenant: asked.tenant, id: (await invited(asked)).id }),
    },
    changeRoles: {
      does: 'Change somebody’s roles',
      ask: async ({ tenant, colleague }) => ({
        tenant,
        personId: (await colleague()).personId,
        roles: ['auditor'],
      }),
    },
    removePerson: {
      does: 'End somebody’s work for the authority',
      ask: async ({ tenant, colleague }) => ({ tenant, personId: (await colleague()).personId }),
    },
    saveOrganisation: {
      does: 'Enter an organisation',
      ask: ({ tenant }) => ({
        tenant,
        input: { name: `Amt ${newId()}`, kind: 'office', email: '', phone: '' },
      }),
    },
    changeOrganisation: {
      does: 'Say which organisation somebody works for',
      ask: async (asked) => ({
        tenant: asked.tenant,
        personId: (await asked.colleague()).personId,
        organisationId: await organisation(asked),
      }),
    },
    removeOrganisation: {
      does: 'Remove an organisation',
      ask: async (asked) => ({ tenant: asked.tenant, id: await organisation(asked) }),
    },
    tenantSettings: { does: 'See the settings of the authority', ask: ({ tenant }) => ({ tenant }) },
    changeTenantSettings: {
      does: 'Change the settings of the authority',
      async ask({ tenant, first }) {
        const { version } = await first<{ version: number }>('tenantSettings', { tenant })
        return { tenant, input: { version, mapZoom: 12 } }
      },
    },
  },
}
