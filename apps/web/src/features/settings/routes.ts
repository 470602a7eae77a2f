import type { RouteRecordRaw } from 'vue-router'

/** Under `/t/:tenant/staff/`. */
export const settingsRoutes: RouteRecordRaw[] = [
  { path: 'settings/:section?', name: 'settings', component: () => import('./SettingsPage.vue') },
]
