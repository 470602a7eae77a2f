import type { RouteRecordRaw } from 'vue-router'

export const identityRoutes: RouteRecordRaw[] = [
  { path: '/t/:tenant/sign-in', name: 'signIn', component: () => import('./SignInPage.vue') },
  { path: '/t/:tenant/invitation', name: 'invitation', component: () => import('./InvitationPage.vue') },
]

/** Under `/t/:tenant/staff/`. */
export const accountRoutes: RouteRecordRaw[] = [
  { path: 'account', name: 'account', component: () => import('./AccountPage.vue') },
  { path: 'people', name: 'people', component: () => import('./PeoplePage.vue') },
]
