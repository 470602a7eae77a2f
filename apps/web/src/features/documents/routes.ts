import type { RouteRecordRaw } from 'vue-router'

export const documentRoutes: RouteRecordRaw[] = [
  {
    path: '/t/:tenant/p/:slug/d/:documentId',
    name: 'document',
    component: () => import('./DocumentPage.vue'),
  },
]
