import { Extensions } from 'type-graphql'

/**
 * Marks a query whose answer depends on its arguments and on what is published, and on nothing else: not on who
 * asks, not on a secret. Only such answers may be kept and given to the next one who asks; they are resolved
 * without a viewer and through the public door alone.
 */
export const SameForEveryone = () => Extensions({ sameForEveryone: true })

export const isSameForEveryone = (field: { extensions?: Record<string, unknown> } | undefined): boolean =>
  field?.extensions?.sameForEveryone === true
