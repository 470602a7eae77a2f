/**
 * Makes data/streets.json, the compact street extract of the sample town, from a GeoJSON file of
 * OpenStreetMap streets (features with `highway` and `name`).
 *
 *   node scripts/extract-streets.mjs <streets.geojson>
 *
 * Why packed: the source spells every coordinate with 15 decimals (3 MB). Five decimals are about one
 * metre, all a base map needs, and differences between neighbours are short numbers.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const input = process.argv[2]
if (!input) {
  console.error('usage: node scripts/extract-streets.mjs <streets.geojson>')
  process.exit(1)
}

const SCALE = 1e5
const { features } = JSON.parse(readFileSync(input, 'utf8'))

/** Integer differences of one line; repeated points are dropped, a line of one point is no line. */
function pack(line) {
  const out = []
  let [lastX, lastY] = [0, 0]
  for (const [lon, lat] of line) {
    const x = Math.round(lon * SCALE)
    const y = Math.round(lat * SCALE)
    if (out.length > 0 && x === lastX && y === lastY) continue
    out.push(x - lastX, y - lastY)
    lastX = x
    lastY = y
  }
  return out.length >= 4 ? out : null
}

const classes = []
const streets = []
for (const { properties, geometry } of features) {
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
  const packed = lines.map(pack).filter(Boolean)
  if (packed.length === 0) continue
  // The source appends "_link" nowhere and leaves `highway` empty nowhere; a guard costs one line.
  const name = properties.name?.trim() ?? ''
  const kind = properties.highway ?? (/^(B|S)?\s?\d+$/.test(name) ? 'primary' : 'residential')
  if (!classes.includes(kind)) classes.push(kind)
  streets.push([name, classes.indexOf(kind), packed])
}
// A fixed order: the same source gives the same bytes, whatever produced it.
streets.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2][0][0] - b[2][0][0]))

const rows = streets.map((street) => JSON.stringify(street)).join(',\n')
const head = {
  source: 'OpenStreetMap contributors, state of 2015; named by the German streets collection',
  licence: 'ODbL-1.0',
  attribution: '© OpenStreetMap-Mitwirkende',
}
writeFileSync(
  fileURLToPath(new URL('../data/streets.json', import.meta.url)),
  `{${JSON.stringify(head).slice(1, -1)},"scale":${SCALE},"classes":${JSON.stringify(classes)},"streets":[\n${rows}\n]}\n`,
)
console.log(`${streets.length} streets, classes ${classes.join(', ')}`)
