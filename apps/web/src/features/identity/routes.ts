import type { RouteRecordRaw } from 'vue-router'

export const identityRoutes: RouteRecordRaw[] = [
  { path: '/t/:tenant/sign-in', name: 'signIn', component: () => import('./SignInPage.vue') },
]
