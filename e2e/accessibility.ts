import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { Visitor } from './town.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
const GRAVE = ['serious', 'critical']

/** Milder findings that were already told; each is told once. */
const told = new Set<string>()

/**
 * Looks at the screen as it is now with axe.
 *
 * Nothing serious and nothing critical may be on it; what is milder is told.
 *
 * @param screen what a person would call it
 */
export async function lookOver({ page }: Visitor, screen: string): Promise<void> {
  // Handed in by the debugger, so that the page's own content policy stays as strict as it is.
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(
    (tags) =>
      (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations'],
      }),
    TAGS,
  )
  const findings = violations.map(({ id, impact, help, nodes }) => ({
    grave: GRAVE.includes(impact ?? ''),
    text: `${impact}: ${id}, ${help}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary})`).join(' | ')}`,
  }))
  for (const { grave, text } of findings) {
    if (!grave && !told.has(text)) console.log(`  axe on "${screen}": ${text}`)
    told.add(text)
  }
  expect(
    findings.filter(({ grave }) => grave).map(({ text }) => text),
    `axe on "${screen}"`,
  ).toEqual([])
}

/**
 * Nobody has to scroll the page sideways to read; panes that do so inside the page are told. Tables may.
 *
 * @source WCAG 2.2, 1.4.10.
 */
export async function fitsInWidth({ page }: Visitor, screen: string): Promise<void> {
  const { needed, there, wide, inside } = await page.evaluate(() => {
    const there = document.documentElement.clientWidth
    return {
      there,
      needed: document.documentElement.scrollWidth,
      wide: [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > there + 1)
        .slice(0, 5)
        .map((element) => element.outerHTML.slice(0, 120)),
      inside: [...document.querySelectorAll('body *')]
        .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
        .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        .map((element) => element.outerHTML.slice(0, 120)),
    }
  })
  for (const pane of inside.filter((each) => !told.has(each))) {
    console.log(`  scrolls sideways inside "${screen}": ${pane}`)
    told.add(pane)
  }
  expect(needed, `"${screen}" is wider than the window: ${wide.join('\n')}`).toBeLessThanOrEqual(there)
}

/**
 * Scrolls there and looks whether a few lines of it can really be seen: not cut off by a pane that has no
 * height left, not covered by a bar.
 */
export async function canBeSeen(target: Locator, what: string): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const { shown, all } = await target.evaluate(
    (element) =>
      new Promise<{ shown: number; all: number }>((resolve) => {
        new IntersectionObserver(([entry], observer) => {
          observer.disconnect()
          resolve({ shown: entry!.intersectionRect.height, all: entry!.boundingClientRect.height })
        }).observe(element)
      }),
  )
  expect(shown, `height in px that is seen of "${what}"`).toBeGreaterThanOrEqual(Math.min(all, 60) - 1)
}
