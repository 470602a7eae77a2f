/**
 * Goals 1, 2, 3, 5, 8, 9 and 10 as figures of one run. Goal 11, the number of statements, does not depend on the
 * machine and is a test of the server (`test/hot-reads.test.ts`).
 *
 * The anchors of other platforms were measured on another day; ratios to them mean something only on a
 * machine of that size with nobody else on it.
 */
const OPENSTAD = { submitPerSecond: 142, submitCpuUs: 9_000, approvePerSecond: 69 }

export function goalsOf({ firstPage, sizes, map, submit, approve, exports, visibleMs, keptMs }) {
  const goals = []
  const goal = (number, what, value, limit, unit = '×') => {
    const atLeast = limit > 0
    goals.push({
      number,
      what,
      value,
      limit: Math.abs(limit),
      atLeast,
      unit,
      met: atLeast ? value >= limit : value <= -limit,
    })
  }
  const ratio = (a, b, key) => a[key] / b[key]
  const withDatabase = ({ cpuUs, databaseCpuUs }) => cpuUs + databaseCpuUs

  goal(1, 'first page: throughput of bare', ratio(firstPage.byHash, firstPage.bare, 'perSecond'), 0.55)
  goal(1, 'first page: CPU of bare', ratio(firstPage.byHash, firstPage.bare, 'cpuUs'), -2.2)

  goal(2, 'first page, kept: throughput of bare', ratio(firstPage.kept, firstPage.bare, 'perSecond'), 1.2)
  goal(2, 'first page, kept: fresh after an approval', keptMs, -1000, 'ms')

  for (const [name, label] of [
    ['firstPage', 'first page'],
    ['byId', 'by id'],
    ['queue', 'moderation queue'],
  ])
    goal(
      3,
      `${label}: p95 of largest to smallest`,
      ratio(sizes[name].largest, sizes[name].smallest, 'p95Ms'),
      -1.5,
    )

  goal(5, 'map: p95 of largest to smallest', ratio(map.largest, map.smallest, 'p95Ms'), -2)
  goal(5, 'map: CPU of bare', ratio(map.largest, map.bare, 'cpuUs'), -3)
  goal(5, 'map: largest of five views, gzip', map.gzipBytes / 1000, -10, 'kB')
  goal(5, 'map: most items of five views', map.mostItems, -300, 'items')

  if (exports) {
    for (const format of ['csv', 'geojson']) {
      goal(8, `${format}: memory above idle`, exports[format].peakMiB, -64, 'MiB')
      goal(8, `${format}: time of cursor script`, exports[format].ms / exports.bare.ms, -2.5)
      goal(8, `${format}: first byte`, exports[format].firstByteMs, -500, 'ms')
    }
    if (exports.million)
      goal(
        8,
        'csv: memory of 1M above that of 100k',
        exports.million.peakMiB - exports.csv.peakMiB,
        -16,
        'MiB',
      )
  }

  goal(9, 'submit: throughput of bare insert', ratio(submit.ours, submit.bare, 'perSecond'), 0.35)
  goal(9, 'submit: throughput of OpenStad (anchor)', submit.ours.perSecond / OPENSTAD.submitPerSecond, 8)
  goal(
    9,
    'submit: CPU with database of OpenStad (anchor)',
    withDatabase(submit.ours) / OPENSTAD.submitCpuUs,
    -1 / 15,
  )
  goal(10, 'approve: CPU of bare update', ratio(approve.ours, approve.bare, 'cpuUs'), -4)
  goal(
    10,
    'approve: CPU with database of bare update with its',
    withDatabase(approve.ours) / withDatabase(approve.bare),
    -4,
  )
  goal(10, 'approve: throughput of OpenStad (anchor)', approve.ours.perSecond / OPENSTAD.approvePerSecond, 15)
  goal(10, 'approve: visible in list and map after', visibleMs, -1000, 'ms')
  return goals
}
