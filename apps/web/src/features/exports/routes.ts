import type { RouteRecordRaw } from 'vue-router'

export const exportRoutes: RouteRecordRaw[] = [
  { path: 'exports', name: 'exports', component: () => import('./ExportsPage.vue') },
]
