import type { RouteRecordRaw } from 'vue-router'

export const contributionRoutes: RouteRecordRaw[] = []
