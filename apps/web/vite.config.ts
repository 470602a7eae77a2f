import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { forTheServer } from './for-the-server.ts'
import { kernTokens } from './kern-tokens.ts'

export default defineConfig({
  plugins: [vue(), kernTokens(), forTheServer()],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_DROP_MESSAGE_COMPILER__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
    // Messages are interpreted, never turned into functions: our content security policy allows no eval.
    __INTLIFY_JIT_COMPILATION__: 'true',
  },
  build: {
    // Fonts and pictures stay files: the policy allows fonts from our own origin only, not from data:.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
