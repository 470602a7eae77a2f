import type { RouteRecordRaw } from 'vue-router'

export const contributionRoutes: RouteRecordRaw[] = [
  { path: '/t/:tenant/p/:slug/write', name: 'write', component: () => import('./WritePage.vue') },
  { path: '/t/:tenant/p/:slug/receipt', name: 'receipt', component: () => import('./ReceiptPage.vue') },
  { path: '/t/:tenant/c/:id', name: 'contribution', component: () => import('./ContributionPage.vue') },
  { path: '/status/:number?', name: 'status', component: () => import('./StatusPage.vue') },
]
