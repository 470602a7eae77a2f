import { computed, readonly, ref } from 'vue'

export const THEME_CHOICES = ['auto', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

const KEY = 'mitsprache.theme'
const dark = window.matchMedia('(prefers-color-scheme: dark)')

const choice = ref<ThemeChoice>('auto')
const systemIsDark = ref(dark.matches)

/** What is shown now, whoever chose it. */
const shown = computed(() =>
  choice.value === 'auto' ? (systemIsDark.value ? 'dark' : 'light') : choice.value,
)

function show() {
  if (choice.value === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice.value
}

function choose(next: ThemeChoice) {
  choice.value = next
  show()
  try {
    window.localStorage.setItem(KEY, next)
  } catch {
    // Storage can be forbidden; the choice then lasts as long as the page.
  }
}

/**
 * Applies the stored choice; called once before the first paint.
 *
 * @param given the look of a page that remembers nothing.
 */
export function startTheme(given?: ThemeChoice) {
  if (given) choice.value = given
  else recall()
  dark.addEventListener('change', (event) => (systemIsDark.value = event.matches))
  show()
}

function recall() {
  try {
    const stored = window.localStorage.getItem(KEY)
    if (THEME_CHOICES.includes(stored as ThemeChoice)) choice.value = stored as ThemeChoice
  } catch {
    // See above.
  }
}

export const useTheme = () => ({ choice: readonly(choice), shown, choose })
