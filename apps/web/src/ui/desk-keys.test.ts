import { beforeEach, describe, expect, it, vi } from 'vitest'
import { actOf, switchKeys } from './desk-keys.ts'

function press(key: string, on: HTMLElement, more: KeyboardEventInit = {}) {
  let seen: KeyboardEvent | null = null
  on.addEventListener('keydown', (event) => (seen = event), { once: true })
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  return seen!
}
function put(markup: string): HTMLElement {
  document.body.innerHTML = markup
  return document.body.querySelector<HTMLElement>('.here')!
}
const publish = vi.fn()
const next = vi.fn()
const keys = { f: publish, j: next }

describe('single keys', () => {
  beforeEach(() => window.localStorage.clear())

  it('act on buttons, radio buttons and the page itself', () => {
    for (const markup of [
      '<button class="here"></button>',
      '<input class="here" type="radio">',
      '<p class="here"></p>',
    ])
      expect(actOf(press('f', put(markup)), keys, true)).toBe(publish)
  })
  it('rest where letters are text or choose something', () => {
    for (const markup of [
      '<input class="here">',
      '<input class="here" type="search">',
      '<textarea class="here"></textarea>',
      '<select class="here"></select>',
      '<div class="here" role="application"></div>',
      '<div role="dialog"><button class="here"></button></div>',
    ])
      expect(actOf(press('f', put(markup)), keys, true), markup).toBeNull()
  })
  it('rest with Ctrl, Alt and Meta, and when they are switched off', () => {
    const page = put('<p class="here"></p>')
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
      expect(actOf(press('f', page, more), keys, true)).toBeNull()
    expect(actOf(press('f', page), keys, false)).toBeNull()
  })
  it('do not decide twice because a finger was slow, but go on stepping', () => {
    const page = put('<p class="here"></p>')
    expect(actOf(press('f', page, { repeat: true }), keys, true)).toBeNull()
    expect(actOf(press('j', page, { repeat: true }), keys, true)).toBe(next)
  })
  it('work with caps lock', () => {
    expect(actOf(press('F', put('<p class="here"></p>')), keys, true)).toBe(publish)
  })
  it('stay off once switched off', () => {
    switchKeys(false)
    expect(window.localStorage.getItem('mitsprache.keys')).toBe('off')
    switchKeys(true)
  })
})
