import 'virtual:kern-tokens.css'
import '../ui/fonts.css'
import '../ui/theme.css'
import '../ui/base.css'
import urql from '@urql/vue'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { client } from '../api/client.ts'
import { i18n, startLanguage } from '../ui/language.ts'
import { startTenantTheme } from '../session/tenant-theme.ts'
import { startTheme } from '../ui/theme.ts'
import App from './App.vue'
import { router } from './router.ts'
import { startTrustedTypes } from './trusted-types.ts'

startTrustedTypes()
startTheme()
startTenantTheme()
await startLanguage()

createApp(App).use(createPinia()).use(i18n).use(router).use(urql, client).mount('#app')
