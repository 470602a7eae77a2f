import type { RouteLocationRaw } from 'vue-router'

/** What happened last, in one line, and where to look at it again. */
export type Act = { kind: 'done' | 'care'; text: string; link?: { text: string; to: RouteLocationRaw } }
