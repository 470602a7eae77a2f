import type { RouteRecordRaw } from 'vue-router'

export const moderationRoutes: RouteRecordRaw[] = [
  { path: 'moderation', name: 'moderation', component: () => import('./ModerationPage.vue') },
]
