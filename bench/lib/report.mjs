const COLUMNS = [
  ['req/s', ({ perSecond }) => perSecond.toFixed(0)],
  ['p50 ms', ({ p50Ms }) => p50Ms.toFixed(1)],
  ['p95 ms', ({ p95Ms }) => p95Ms.toFixed(1)],
  ['CPU µs', ({ cpuUs }) => cpuUs.toFixed(0)],
  ['DB CPU µs', ({ databaseCpuUs }) => databaseCpuUs.toFixed(0)],
  ['bytes', ({ bytes }) => bytes.toFixed(0)],
]

const table = (rows) => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map((row) => row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  '))
    .join('\n')
}

/** What was measured, side by side, with ratios to the last side of each scenario, which is the baseline. */
export function measuredTable(scenarios) {
  const rows = [['', ...COLUMNS.map(([heading]) => heading), 'req/s ×', 'CPU ×']]
  for (const { name, sides, baseline } of scenarios)
    for (const [side, one] of Object.entries(sides))
      rows.push([
        `${name}: ${side}`,
        ...COLUMNS.map(([, show]) => show(one)),
        (one.perSecond / sides[baseline].perSecond).toFixed(2),
        (one.cpuUs / sides[baseline].cpuUs).toFixed(2),
      ])
  return table(rows)
}

export const exportTable = (exports) =>
  table([
    ['', 'time s', 'first byte ms', 'MB', 'MiB above idle'],
    ...Object.entries(exports).map(([name, { ms, firstByteMs, bytes, peakMiB }]) => [
      `export: ${name}`,
      (ms / 1000).toFixed(2),
      firstByteMs.toFixed(0),
      (bytes / 1e6).toFixed(1),
      peakMiB.toFixed(0),
    ]),
  ])

const figure = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

export const goalTable = (goals) =>
  table([
    ['goal', 'measured', 'wanted', ''],
    ...goals.map(({ number, what, value, limit, atLeast, unit, met }) => [
      `${String(number).padStart(2)} ${what}`,
      `${figure(value)} ${unit}`,
      `${atLeast ? '≥' : '≤'} ${figure(limit)} ${unit}`,
      met ? 'met' : 'NOT MET',
    ]),
  ])
