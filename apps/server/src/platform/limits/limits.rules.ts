/** Whose tries are counted together: one caller's network, one account, one draft, everything of one tenant. */
export type LimitKind = 'network' | 'account' | 'draft' | 'tenant'

export type Limit = { windowSeconds: number } & Partial<Record<LimitKind, number>>

const MINUTE = 60
const HOUR = 60 * MINUTE
/** A tenant's residents come from many networks; all of them together stay below this many times one network. */
const NETWORKS_OF_A_TENANT = 20
const SHARE_WITHOUT_PROOF = 5

/**
 * How often an act may be done, summed over all servers of an installation. Signing in, second factors and links by mail
 * count failures and have rules of their own: see `sign-in-throttle.ts`.
 */
export const LIMITS = {
  /** A school or an office shares a network; the number is a setting. */
  submit: (perMinute: number): Limit => ({
    windowSeconds: MINUTE,
    network: perMinute,
    tenant: perMinute * NETWORKS_OF_A_TENANT,
  }),
  /** Beyond this a network's contributions cost a proof of work; a meeting of thirty people stays below it. */
  submitFreely: (perMinute: number): Limit => ({
    windowSeconds: MINUTE,
    network: Math.max(1, Math.floor(perMinute / SHARE_WITHOUT_PROOF)),
  }),
  /** A class of thirty has five pictures each; a draft has five files, each tried again a few times. */
  contributionUpload: { windowSeconds: HOUR, network: 600, draft: 40, tenant: 12_000 } as Limit,
  staffUpload: { windowSeconds: HOUR, account: 300 } as Limit,
  /** What an administrator does with a form, and no scan of other people's servers. */
  layerQuestion: { windowSeconds: MINUTE, tenant: 30 } as Limit,
}
