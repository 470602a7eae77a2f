import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { useAsk } from '../../api/use-ask.ts'
import { TenantDocument } from '../../gql/graphql.ts'

/** The authority this address belongs to; without a slug in the address, the only one there is. */
export function useTenant() {
  const route = useRoute()
  const slug = computed(() => (typeof route.params.tenant === 'string' ? route.params.tenant : null))
  const { data, waiting, fault, again } = useAsk(TenantDocument, () => ({ slug: slug.value }))
  const tenant = computed(() => data.value?.tenant ?? null)
  return { tenant, slug: computed(() => slug.value ?? tenant.value?.slug ?? null), waiting, fault, again }
}
