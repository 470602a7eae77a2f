import { computed } from 'vue'
import { RouterLink, type RouteLocationRaw } from 'vue-router'

type Button = {
  type: 'button' | 'submit'
  to?: RouteLocationRaw
  href?: string
  cap?: string
  off?: boolean
}

/**
 * What every button does, however it looks: leads somewhere or acts, and stays reachable while it is off.
 *
 * @returns the element to be, what to bind to it, and what a click on it does.
 */
export function useButton(button: Button, click: (event: MouseEvent) => void) {
  const element = computed(() => (button.to ? RouterLink : button.href ? 'a' : 'button'))
  const bound = computed(() => {
    if (button.to) return { to: button.to }
    if (button.href) return { href: button.href }
    return {
      type: button.type,
      'aria-disabled': button.off || undefined,
      'aria-keyshortcuts': button.cap?.length === 1 ? button.cap : undefined,
    }
  })
  function act(event: MouseEvent) {
    if (button.off) event.preventDefault()
    else click(event)
  }
  return { element, bound, act }
}
