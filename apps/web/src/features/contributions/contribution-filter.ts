import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** What list and map both show; the address is its only home. */
export type ContributionFilter = { topics: string[]; search: string }

const one = (value: LocationQuery[string] | undefined) => (typeof value === 'string' ? value : '')

/** Reads the filter from an address; topics the procedure does not have are left out. */
export function filterFrom(query: LocationQuery, knownTopics: readonly string[]): ContributionFilter {
  const wanted = one(query.topics).split(',')
  return { topics: knownTopics.filter((topic) => wanted.includes(topic)), search: one(query.q).trim() }
}

/** The address with one topic switched on or off; `null` shows all topics. Everything else stays. */
export function withTopic(
  query: LocationQuery,
  filter: ContributionFilter,
  topic: string | null,
): LocationQueryRaw {
  const topics =
    topic === null
      ? []
      : filter.topics.includes(topic)
        ? filter.topics.filter((each) => each !== topic)
        : [...filter.topics, topic]
  const { topics: _, ...rest } = query
  return topics.length ? { ...rest, topics: topics.join(',') } : rest
}
