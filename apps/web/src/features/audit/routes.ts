import type { RouteRecordRaw } from 'vue-router'

/** Under `/t/:tenant/staff/`. */
export const auditRoutes: RouteRecordRaw[] = [
  { path: 'log', name: 'log', component: () => import('./LogPage.vue') },
]
