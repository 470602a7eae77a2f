import type { RouteRecordRaw } from 'vue-router'

export const layerRoutes: RouteRecordRaw[] = [
  { path: '/t/:tenant/map-contents', name: 'mapContents', component: () => import('./MapContentsPage.vue') },
]

/** Under `/t/:tenant/staff/`. */
export const staffLayerRoutes: RouteRecordRaw[] = [
  { path: 'settings/layers', name: 'layers', component: () => import('./LayersPage.vue') },
]
