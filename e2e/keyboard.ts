import type { Locator, Page } from 'playwright-core'

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return 'the page itself'
    const words = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return `${element.tagName.toLowerCase()} ${words.trim().replace(/\s+/g, ' ').slice(0, 60)}`
  })

export const hasFocus = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement).catch(() => false)

/**
 * Presses Tab until somebody who sees no mouse pointer has arrived.
 *
 * @throws Error naming every stop on the way when it is not reached within `most` stops
 */
export async function tabTo(page: Page, target: Locator, { most = 80, back = false } = {}): Promise<void> {
  await target.waitFor()
  const stops: string[] = []
  for (let i = 0; i < most; i++) {
    if (await hasFocus(target)) {
      if (!(await showsFocus(target)))
        throw new Error(`${target.toString()} has the focus, and nobody can see it.`)
      return
    }
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    stops.push(await focused(page))
  }
  throw new Error(`Tab does not lead to ${target.toString()}. It stopped at:\n${stops.join('\n')}`)
}

/**
 * Whether the element, or what surrounds it closely (a radio button's row), is marked, lies in the window, and
 * is not covered by something that stays while the page scrolls.
 *
 * @source WCAG 2.2, 2.4.7 and 2.4.11.
 */
const showsFocus = (target: Locator) =>
  target.evaluate((element) => {
    const marked = (each: Element | null) => {
      if (!each) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each)
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    }
    const near = [
      element,
      element.nextElementSibling,
      element.parentElement,
      element.parentElement?.parentElement ?? null,
    ]
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const own = element.closest('label') ?? element
    const isFree = ([x, y]: [number, number]) => {
      const hit = document.elementFromPoint(x, y)
      return hit !== null && (own.contains(hit) || hit.contains(own))
    }
    const middle = (left + right) / 2
    const points: [number, number][] = [
      [middle, top + 2],
      [middle, (top + bottom) / 2],
      [middle, bottom - 2],
    ]
    return near.some(marked) && points.some(isFree)
  })

/** Tab to it, then Enter. */
export async function pressEnterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Chooses a radio button as the keyboard does: Tab to the group, arrows within it. */
export async function chooseByArrows(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  const inGroup = () =>
    wanted.evaluate((element) => {
      const here = document.activeElement
      return (
        here instanceof HTMLInputElement &&
        here.type === 'radio' &&
        here.name === (element as HTMLInputElement).name
      )
    })
  for (let i = 0; i < 80 && !(await inGroup()); i++) await page.keyboard.press('Tab')
  if (await hasFocus(wanted)) {
    if (!(await wanted.isChecked())) await page.keyboard.press('Space')
    return
  }
  for (let i = 0; i < 20 && !(await hasFocus(wanted)); i++) await page.keyboard.press('ArrowDown')
  if (!(await wanted.isChecked())) throw new Error(`The arrow keys do not lead to ${wanted.toString()}.`)
}
