import type { RouteRecordRaw } from 'vue-router'

export const tourRoutes: RouteRecordRaw[] = [
  { path: '/t/:tenant/tour', name: 'tour', component: () => import('./TourPage.vue') },
]
