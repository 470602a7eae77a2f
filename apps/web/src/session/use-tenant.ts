import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { useAsk } from '../api/use-ask.ts'
import { TenantDocument } from '../gql/graphql.ts'

/**
 * The authority a page belongs to: the one named, else the one in the address, else the only one there is.
 *
 * @param named short name of an authority that the address does not tell.
 */
export function useTenant(named: () => string | null | undefined = () => null) {
  const route = useRoute()
  const inAddress = () => (typeof route.params.tenant === 'string' ? route.params.tenant : null)
  const slug = computed(() => named() ?? inAddress())
  const { data, waiting, fault, again } = useAsk(TenantDocument, () => ({ slug: slug.value }))
  const tenant = computed(() => data.value?.tenant ?? null)
  return { tenant, slug: computed(() => slug.value ?? tenant.value?.slug ?? null), waiting, fault, again }
}
