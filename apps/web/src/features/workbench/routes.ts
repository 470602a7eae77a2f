import type { RouteRecordRaw } from 'vue-router'
import { onlyStaff } from './guard.ts'

/** The staff's pages, under `/t/:tenant/staff/`; each is loaded only when somebody opens it. */
export const workbenchRoutes = (rooms: RouteRecordRaw[]): RouteRecordRaw[] => [
  {
    path: '/t/:tenant/staff',
    component: () => import('./WorkbenchPage.vue'),
    beforeEnter: onlyStaff,
    children: [{ path: '', name: 'staff', component: () => import('./ProceduresPage.vue') }, ...rooms],
  },
]
