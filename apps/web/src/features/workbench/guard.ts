import type { RouteLocationNormalized, RouteLocationRaw } from 'vue-router'
import { useSession } from '../../session/session.ts'

/** Lets in who is signed in here; everybody else signs in first and comes back to this very page. */
export async function onlyStaff(to: RouteLocationNormalized): Promise<true | RouteLocationRaw> {
  const tenant = String(to.params.tenant)
  const session = useSession()
  const viewer = await session.recall(tenant)
  if (viewer?.tenantSlug === tenant) return true
  return { name: 'signIn', params: { tenant }, query: { then: to.fullPath } }
}
