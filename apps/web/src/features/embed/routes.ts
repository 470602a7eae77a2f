import type { RouteRecordRaw } from 'vue-router'

export const embedRoutes: RouteRecordRaw[] = [
  { path: '/embed/t/:tenant/:slug', name: 'embed', component: () => import('./EmbedPage.vue') },
]
