import 'virtual:kern-tokens.css'
import '../ui/fonts.css'
import '../ui/theme.css'
import '../ui/base.css'
import urql from '@urql/vue'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { client } from '../api/client.ts'
import { closeStorage, isEmbedded } from '../api/embedded.ts'
import { i18n, startLanguage } from '../ui/language.ts'
import { startTenantTheme } from '../session/tenant-theme.ts'
import { startTheme, THEME_CHOICES } from '../ui/theme.ts'
import App from './App.vue'
import EmbedApp from './EmbedApp.vue'
import { router } from './router.ts'
import { startTrustedTypes } from './trusted-types.ts'

startTrustedTypes()
startTenantTheme()
if (isEmbedded) {
  closeStorage()
  const { searchParams } = new URL(window.location.href)
  // Most sites are light whatever the device prefers; a dark one says so in the address of the frame.
  startTheme(THEME_CHOICES.find((each) => each === searchParams.get('theme')) ?? 'light')
  await startLanguage(searchParams.get('lang'))
} else {
  startTheme()
  await startLanguage()
}

createApp(isEmbedded ? EmbedApp : App)
  .use(createPinia())
  .use(i18n)
  .use(router)
  .use(urql, client)
  .mount('#app')
