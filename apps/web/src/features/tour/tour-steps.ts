import type { RouteLocationRaw } from 'vue-router'

/** As whom one takes a step: residents need no sign-in, the others sign in by the sample town's buttons. */
export type TourRole = 'resident' | 'moderator' | 'planner'

export type TourStep = {
  /** Part of its texts' names: `title_<key>`, `do_<key>`. */
  key: string
  role: TourRole
  place: (tenant: string) => RouteLocationRaw
}

/** The sample town it leads through; other samples have no tour. */
export const TOUR_TOWN = 'quellstedt'
/** The plan that the tour is about; the sample town always has it, open for comments. */
const PLAN = 'alte-gaertnerei'

const procedure =
  (hash?: string) =>
  (tenant: string): RouteLocationRaw => ({ name: 'procedure', params: { tenant, slug: PLAN }, hash })

const staff =
  (name: string, query?: Record<string, string>) =>
  (tenant: string): RouteLocationRaw => ({ name, params: { tenant }, query })

/** Five minutes: a comment from the moment somebody finds the plan to the file in the planner's hand. */
export const TOUR_STEPS: readonly TourStep[] = [
  { key: 'find', role: 'resident', place: staff('start') },
  { key: 'plan', role: 'resident', place: procedure() },
  { key: 'address', role: 'resident', place: procedure('#at-my-address') },
  { key: 'read', role: 'resident', place: procedure('#documents') },
  {
    key: 'write',
    role: 'resident',
    place: (tenant) => ({ name: 'write', params: { tenant, slug: PLAN } }),
  },
  { key: 'review', role: 'moderator', place: staff('moderation') },
  { key: 'public', role: 'resident', place: procedure('#contributions') },
  { key: 'overview', role: 'planner', place: staff('staff') },
  { key: 'setUp', role: 'planner', place: staff('newProcedure') },
  { key: 'export', role: 'planner', place: staff('exports') },
]
