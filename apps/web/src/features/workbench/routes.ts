import type { RouteRecordRaw } from 'vue-router'

/** The staff's pages, under `/t/:tenant/staff/`; each is loaded only when somebody opens it. */
export const workbenchRoutes: RouteRecordRaw[] = []
