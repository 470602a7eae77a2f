import type { RouteRecordRaw } from 'vue-router'

/** Pages behind the links in messages to residents. */
export const mailLinkRoutes: RouteRecordRaw[] = [
  { path: '/t/:tenant/mail/confirm', name: 'confirmAddress', component: () => import('./MailLinkPage.vue') },
  {
    path: '/t/:tenant/mail/stop/:token',
    name: 'stopMessages',
    component: () => import('./MailLinkPage.vue'),
  },
]

/** Under `/t/:tenant/staff/`. */
export const messageRoutes: RouteRecordRaw[] = [
  { path: 'messages', name: 'messages', component: () => import('./MessagesPage.vue') },
  { path: 'messages/words', name: 'messageWords', component: () => import('./MessageWordsPage.vue') },
  { path: 'messages/mailbox/:message', name: 'keptMail', component: () => import('./KeptMailPage.vue') },
]
