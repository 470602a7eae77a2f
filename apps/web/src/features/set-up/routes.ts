import type { RouteRecordRaw } from 'vue-router'

export const setUpRoutes: RouteRecordRaw[] = [
  { path: 'procedures/new', name: 'newProcedure', component: () => import('./NewProcedurePage.vue') },
  { path: 'procedures/:id/copy', name: 'copyProcedure', component: () => import('./CopyProcedurePage.vue') },
  {
    path: 'procedures/:id/:task(basics|area|documents|period|rules|publish)?',
    name: 'setUp',
    component: () => import('./SetUpPage.vue'),
  },
  {
    path: 'procedures/:id/drawings/:drawing',
    name: 'placeDrawing',
    component: () => import('./PlaceDrawingPage.vue'),
  },
]
