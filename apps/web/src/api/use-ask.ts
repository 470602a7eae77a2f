import type { AnyVariables, OperationContext } from '@urql/core'
import { useQuery } from '@urql/vue'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type { TypedDocumentString } from '../gql/graphql.ts'
import { documentOf } from './document.ts'
import { faultOf } from './outcome.ts'

/**
 * Asks the server and keeps the answer current while the variables change.
 *
 * `null` as variables means: nothing to ask yet.
 */
export function useAsk<Data, Variables extends AnyVariables>(
  document: TypedDocumentString<Data, Variables>,
  variables: MaybeRefOrGetter<Variables | null>,
  context?: Partial<OperationContext>,
) {
  const asked = computed(() => toValue(variables))
  const query = useQuery<Data, AnyVariables>({
    query: documentOf(document) as never,
    variables: computed(() => (asked.value ?? {}) as AnyVariables) as never,
    pause: computed(() => asked.value === null),
    context: context as never,
  })
  return {
    data: computed(() => query.data.value),
    waiting: computed(() => query.fetching.value || query.stale.value),
    fault: computed(() => (query.error.value ? faultOf(query.error.value) : null)),
    again: () => query.executeQuery({ requestPolicy: 'network-only' }),
  }
}
