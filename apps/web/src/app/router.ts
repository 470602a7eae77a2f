import { nextTick } from 'vue'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { auditRoutes } from '../features/audit/routes.ts'
import { accountRoutes, identityRoutes } from '../features/identity/routes.ts'
import { contributionRoutes } from '../features/contributions/routes.ts'
import { documentRoutes } from '../features/documents/routes.ts'
import { embedRoutes } from '../features/embed/routes.ts'
import { exportRoutes } from '../features/exports/routes.ts'
import { layerRoutes, staffLayerRoutes } from '../features/layers/routes.ts'
import { mailLinkRoutes, messageRoutes } from '../features/messages/routes.ts'
import { moderationRoutes } from '../features/moderation/routes.ts'
import { procedureRoutes } from '../features/procedures/routes.ts'
import { settingsRoutes } from '../features/settings/routes.ts'
import { residentRoutes } from '../features/residents/routes.ts'
import { setUpRoutes } from '../features/set-up/routes.ts'
import { tenantRoutes } from '../features/tenants/routes.ts'
import { tourRoutes } from '../features/tour/routes.ts'
import { workbenchRoutes } from '../features/workbench/routes.ts'

const routes: RouteRecordRaw[] = [
  ...procedureRoutes,
  ...documentRoutes,
  ...contributionRoutes,
  ...tenantRoutes,
  ...embedRoutes,
  ...layerRoutes,
  ...tourRoutes,
  ...identityRoutes,
  ...residentRoutes,
  ...mailLinkRoutes,
  ...workbenchRoutes([
    ...setUpRoutes,
    ...moderationRoutes,
    ...exportRoutes,
    ...accountRoutes,
    ...messageRoutes,
    ...settingsRoutes,
    ...staffLayerRoutes,
    ...auditRoutes,
  ]),
  { path: '/:rest(.*)*', name: 'notFound', component: () => import('./NotFoundPage.vue') },
]

/** Pages fill in after their answer came; waits a little for the place a link points to. */
async function whenThere(anchor: string) {
  for (let tries = 0; tries < 20 && !document.getElementById(anchor.slice(1)); tries++)
    await new Promise((resolve) => window.setTimeout(resolve, 100))
  return document.getElementById(anchor.slice(1)) ? { el: anchor } : false
}

const SECRET_HASH = ['status', 'confirmAddress', 'newAddress', 'myNewAddress', 'myEnter']

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior(to, from, saved) {
    if (saved) return saved
    // What follows the `#` of these pages is a secret, not a place on the page.
    const anchor = to.hash && !SECRET_HASH.includes(String(to.name)) ? to.hash : null
    if (anchor) return whenThere(anchor)
    return to.path === from.path && to.query.step === from.query.step ? false : { top: 0 }
  },
})

// A new page begins at its heading, for the eye and for the screen reader alike.
router.afterEach(async (to, from) => {
  if (from.matched.length === 0 || (to.path === from.path && to.query.step === from.query.step)) return
  await nextTick()
  const heading = document.querySelector<HTMLElement>('h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
})
