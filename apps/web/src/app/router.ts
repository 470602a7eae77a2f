import { nextTick } from 'vue'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { identityRoutes } from '../features/identity/routes.ts'
import { contributionRoutes } from '../features/contributions/routes.ts'
import { procedureRoutes } from '../features/procedures/routes.ts'
import { tenantRoutes } from '../features/tenants/routes.ts'
import { workbenchRoutes } from '../features/workbench/routes.ts'

const routes: RouteRecordRaw[] = [
  ...procedureRoutes,
  ...contributionRoutes,
  ...tenantRoutes,
  ...identityRoutes,
  ...workbenchRoutes,
  { path: '/:rest(.*)*', name: 'notFound', component: () => import('./NotFoundPage.vue') },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior(to, from, saved) {
    if (saved) return saved
    if (to.path === from.path && to.query.step === from.query.step)
      return to.hash && !to.path.startsWith('/status') ? { el: to.hash } : false
    return { top: 0 }
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
