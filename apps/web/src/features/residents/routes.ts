import type { RouteRecordRaw } from 'vue-router'

export const residentRoutes: RouteRecordRaw[] = [
  { path: '/t/:tenant/my', name: 'my', component: () => import('./MyPage.vue') },
  { path: '/t/:tenant/my/enter', name: 'myEnter', component: () => import('./EnterPage.vue') },
  {
    path: '/t/:tenant/my/new-address/:act(confirm|stop)',
    name: 'myNewAddress',
    component: () => import('./NewAddressPage.vue'),
  },
  {
    path: '/t/:tenant/new-address/:act(confirm|stop)',
    name: 'newAddress',
    component: () => import('./NewAddressPage.vue'),
  },
  { path: '/t/:tenant/sign-on/:provider', name: 'signOn', component: () => import('./SignOnPage.vue') },
]
