/** The page's own observer: tasks over 50 ms, as browsers report them to any page. */
const OBSERVE = () => {
  window.longTasks = []
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
}

/**
 * Every task of the page's main thread while `work` goes on, longest first: in milliseconds of the clock and of
 * the processor. On a busy machine the clock also counts what others do meanwhile.
 */
async function tasksDuring(page, work) {
  const client = await page.context().newCDPSession(page)
  const events = []
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve))
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] },
  })
  await work()
  await client.send('Tracing.end')
  await complete
  await client.detach()
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  return events
    .filter(({ name, ph, pid, tid }) => name.endsWith('RunTask') && ph === 'X' && main.has(`${pid} ${tid}`))
    .map(({ dur, tdur = dur }) => ({ clockMs: dur / 1000, ownMs: tdur / 1000 }))
    .sort((a, b) => b.ownMs - a.ownMs)
}

/** Drags the map by a hand's breadth; steps as a mouse makes them. */
async function drag(page, box, dx, dy) {
  const [x, y] = [box.x + box.width / 2 - dx / 2, box.y + box.height / 2 - dy / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let step = 1; step <= 20; step++) {
    await page.mouse.move(x + (dx * step) / 20, y + (dy * step) / 20)
    await page.waitForTimeout(8)
  }
  await page.mouse.up()
  await page.waitForTimeout(500)
}

async function zoom(page, name, times) {
  for (let i = 0; i < times; i++) {
    await page.getByRole('button', { name }).click()
    await page.waitForTimeout(700)
  }
}

/**
 * What a reader does with a large plan: opens it, zooms in and out, pans to all sides, points about, picks from
 * the list, takes a chapter off the map.
 *
 * @returns for each act its longest task in ms of the processor and of the clock, what the page's own observer
 *   reported, and how many tasks were over 50 ms
 */
export async function walkOverPlan(browser, address, path, slowdown) {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'de-DE',
    viewport: { width: 1440, height: 900 },
  })
  const page = await context.newPage()
  await page.addInitScript(OBSERVE)
  const client = await context.newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const map = page.locator('.map .holder')
  const acts = {
    async open() {
      await page.goto(path)
      await page.locator('.plan-canvas').waitFor({ state: 'attached' })
      await page.waitForLoadState('networkidle')
      await page.waitForTimeout(1000)
    },
    async pan() {
      const box = await map.boundingBox()
      for (const [dx, dy] of [
        [-300, 0],
        [0, -250],
        [300, 250],
        [-400, 200],
        [400, -200],
      ])
        await drag(page, box, dx, dy)
    },
    zoomIn: () => zoom(page, 'Vergrößern', 3),
    async panNear() {
      const box = await map.boundingBox()
      for (const [dx, dy] of [
        [-350, 0],
        [-350, 0],
        [0, -300],
        [350, 300],
        [350, 0],
      ])
        await drag(page, box, dx, dy)
    },
    async point() {
      const box = await map.boundingBox()
      for (let i = 0; i < 60; i++) {
        await page.mouse.move(box.x + 60 + i * 9, box.y + 80 + ((i * 37) % 400))
        await page.waitForTimeout(16)
      }
    },
    zoomOut: () => zoom(page, 'Verkleinern', 4),
    async pick() {
      await page.getByRole('searchbox').fill('wald')
      await page.waitForTimeout(300)
      await page.locator('#plan-list li button').first().click()
      await page.waitForTimeout(700)
    },
    async takeOff() {
      await page.getByRole('checkbox').first().uncheck()
      await page.waitForTimeout(700)
    },
  }
  const measured = {}
  for (const [name, act] of Object.entries(acts)) {
    if (name !== 'open') await page.evaluate(() => (window.longTasks = []))
    const tasks = await tasksDuring(page, act)
    const reported = await page.evaluate(() => window.longTasks.map(({ duration }) => duration))
    measured[name] = {
      longestMs: Math.round(tasks[0]?.ownMs ?? 0),
      clockMs: Math.round(Math.max(0, ...tasks.map(({ clockMs }) => clockMs))),
      over50: tasks.filter(({ ownMs }) => ownMs > 50).length,
      reportedMs: Math.round(Math.max(0, ...reported)),
    }
  }
  await context.close()
  return measured
}
