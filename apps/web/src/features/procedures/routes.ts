import type { RouteRecordRaw } from 'vue-router'

export const procedureRoutes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('./HomePage.vue') },
  { path: '/t/:tenant/', name: 'start', component: () => import('./StartPage.vue') },
  { path: '/t/:tenant/p/:slug', name: 'procedure', component: () => import('./ProcedurePage.vue') },
  { path: '/t/:tenant/p/:slug/plan', name: 'plan', component: () => import('./PlanPage.vue') },
]
