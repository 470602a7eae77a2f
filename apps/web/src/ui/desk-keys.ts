import { onBeforeUnmount, onMounted, ref } from 'vue'

const STORED = 'mitsprache.keys'

function remembered() {
  try {
    return window.localStorage.getItem(STORED) !== 'off'
  } catch {
    return true
  }
}

/**
 * Whether single letters act. Whoever dictates or hits keys by accident can switch them off for good.
 *
 * @source WCAG 2.2, 2.1.4.
 */
export const keysOn = ref(remembered())

export function switchKeys(on: boolean) {
  keysOn.value = on
  try {
    window.localStorage.setItem(STORED, on ? 'on' : 'off')
  } catch {
    // Storage can be forbidden; the choice then lasts as long as the page.
  }
}

const NO_TEXT = new Set(['button', 'checkbox', 'file', 'radio', 'reset', 'submit'])

/** Whether letters belong to the element: then they are text, or a choice in a list, and never an act. */
export function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type)
  return target.isContentEditable || target.matches('textarea, select, [role="application"]')
}

export type Keys = Record<string, (() => void) | undefined>

/** Keys that may be held down; an act must not happen twice because a finger was slow. */
const HELD = new Set(['j', 'k'])

/** What a key press asks for; null when it is text, belongs to the browser or to a dialog, or means nothing. */
export function actOf(event: KeyboardEvent, keys: Keys, on: boolean): (() => void) | null {
  if (!on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null
  if (takesLetters(event.target)) return null
  if (event.target instanceof HTMLElement && event.target.closest('[role="dialog"]')) return null
  const key = event.key.toLowerCase()
  if (event.repeat && !HELD.has(key)) return null
  return keys[key] ?? null
}

/** Single keys of a page, for as long as it is there. */
export function useKeys(keys: () => Keys) {
  function listen(event: KeyboardEvent) {
    const act = actOf(event, keys(), keysOn.value)
    if (!act) return
    event.preventDefault()
    act()
  }
  onMounted(() => window.addEventListener('keydown', listen))
  onBeforeUnmount(() => window.removeEventListener('keydown', listen))
}
