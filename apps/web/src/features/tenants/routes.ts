import type { RouteRecordRaw } from 'vue-router'

export const tenantRoutes: RouteRecordRaw[] = [
  {
    path: '/t/:tenant/accessibility',
    name: 'accessibility',
    component: () => import('./AccessibilityPage.vue'),
  },
  { path: '/t/:tenant/privacy', name: 'privacy', component: () => import('./PrivacyPage.vue') },
  { path: '/t/:tenant/imprint', name: 'imprint', component: () => import('./ImprintPage.vue') },
]
