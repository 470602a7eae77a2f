/**
 * Writes documents/alte-gaertnerei.gml, the development plan as XPlanGML 6.0 in EPSG:25833.
 *
 *   node scripts/make-plan.mjs
 *
 * Everything comes from the plan parts, building limits and trees of the package, so that the file, the
 * paper and the map never disagree. In XPlanGML 6.0 streets are no longer a class of the development plan:
 * they are SO_Strassenverkehr.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import proj4 from 'proj4'
import { runnerImport } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))
const { module } = await runnerImport(join(here, '../src/index.ts'), { logLevel: 'error' })
const { buildingLimits, keptTrees, procedures, tenant } = module
const plan = procedures[0]

const SRS = 'EPSG:25833'
const UTM33 = '+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs'
const toUtm = proj4('EPSG:4326', UTM33)

// ---------- writing ----------
const escape = (text) => `${text}`.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
/** The same key gives the same id, run after run. */
const idOf = (key) => {
  const hex = createHash('sha256').update(`bplan-37 ${key}`).digest('hex')
  return `GML_${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}
const indent = (lines) => lines.flat(9).map((line) => `  ${line}`)
const element = (name, content) =>
  Array.isArray(content)
    ? [`<${name}>`, ...indent(content), `</${name.split(' ')[0]}>`]
    : [`<${name}>${escape(content)}</${name.split(' ')[0]}>`]
const x = (name, content) => element(`xplan:${name}`, content)
const link = (name, key) => [`<xplan:${name} xlink:href="#${idOf(key)}"/>`]
const measured = (name, unit, value) => element(`xplan:${name} uom="${unit}"`, value)

const project = (position) => toUtm.forward(position).map((metres) => metres.toFixed(3))
const positions = (ring) => ring.flatMap(project).join(' ')

const polygon = (key, { coordinates }) =>
  element(`gml:Polygon gml:id="${idOf(`${key} polygon`)}" srsName="${SRS}"`, [
    element('gml:exterior', [element('gml:LinearRing', [element('gml:posList', positions(coordinates[0]))])]),
  ])
const curve = (key, ring) =>
  element(`gml:LineString gml:id="${idOf(`${key} curve`)}" srsName="${SRS}"`, [
    element('gml:posList', positions(ring)),
  ])
const point = (key, position) =>
  element(`gml:Point gml:id="${idOf(`${key} point`)}" srsName="${SRS}"`, [
    element('gml:pos', project(position).join(' ')),
  ])

function envelope(all) {
  const projected = all.map((position) => toUtm.forward(position))
  const corner = (least) =>
    [0, 1].map((axis) => least(...projected.map((each) => each[axis])).toFixed(3)).join(' ')
  return element('gml:boundedBy', [
    element(`gml:Envelope srsName="${SRS}"`, [
      element('gml:lowerCorner', corner(Math.min)),
      element('gml:upperCorner', corner(Math.max)),
    ]),
  ])
}

const features = []
const feature = (name, key, bounds, content) =>
  features.push(
    element('gml:featureMember', [
      element(`xplan:${name} gml:id="${idOf(key)}"`, [envelope(bounds), content]),
    ]),
  )

// ---------- the plan and its section ----------
const territory = plan.territory.coordinates[0]
const DOCUMENT_TYPES = {
  // 1030 would be the binding plan; this one is a draft.
  planDrawing: 1070,
  explanatoryReport: 1010,
  environmentalReport: 1050,
  expertReport: 9999,
  notice: 5000,
}
const rules = [
  [
    'dach',
    '§ 9 Abs. 1 Nr. 25 BauGB',
    'Dächer mit einer Neigung bis zu 15 Grad sind zu begrünen oder mit Photovoltaik zu belegen.',
  ],
  [
    'linden',
    '§ 9 Abs. 1 Nr. 25 BauGB',
    'Die 21 Linden an der Neefestraße sind zu erhalten und bei Abgang zu ersetzen.',
  ],
  [
    'laerm',
    '§ 9 Abs. 1 Nr. 24 BauGB',
    'Schlafräume an der Westseite von WA 3 und an der Straßenseite von WA 1 erhalten Fenster mit Schalldämmung und eine Lüftung, die ohne geöffnetes Fenster auskommt.',
  ],
  [
    'luecken',
    '§ 9 Abs. 1 Nr. 2 BauGB',
    'Zwischen den Baufenstern in WA 3 sind Nebenanlagen, Stellplätze und Hecken über einem Meter Höhe unzulässig.',
  ],
  [
    'versickerung',
    '§ 9 Abs. 1 Nr. 20 BauGB',
    'Wege, Stellplätze und Zufahrten sind so zu befestigen, dass Wasser versickern kann.',
  ],
]
const limits = buildingLimits.map((limit, i) => ({ key: `baugrenze ${i + 1}`, ...limit }))
const trees = keptTrees.map((position, i) => ({ key: `linde ${i + 1}`, position }))
const contents = [...plan.planParts, ...limits, ...trees].map(({ key }) => key)

feature('BP_Plan', 'plan', territory, [
  x('name', plan.title.de),
  x('nummer', '37'),
  x('beschreibung', plan.summary.de),
  x('kommentar', 'Die Stadt Quellstedt und dieser Plan sind erfunden.'),
  x('technHerstellDatum', '2026-10-05'),
  x('erstellungsMassstab', 2000),
  x('technischerPlanersteller', tenant.contactOffice),
  x('raeumlicherGeltungsbereich', polygon('plan', plan.territory)),
  plan.documents.map(({ category, title, fileName }) =>
    x('externeReferenz', [
      x('XP_SpezExterneReferenz', [
        x('art', 'Dokument'),
        x('referenzName', title.de),
        x('referenzURL', fileName),
        x('referenzMimeType', 'application/pdf'),
        x('typ', DOCUMENT_TYPES[category]),
      ]),
    ]),
  ),
  rules.map(([key]) => link('texte', `text ${key}`)),
  // The key is of no municipality: the town is invented.
  x('gemeinde', [
    x('XP_Gemeinde', [
      x('ags', '14999990'),
      x('gemeindeName', 'Quellstedt'),
      x('ortsteilName', 'Mühlviertel'),
    ]),
  ]),
  x('plangeber', [x('XP_Plangeber', [x('name', tenant.name.de)])]),
  x('planArt', 1000),
  x('rechtsstand', 2400),
  x('aufstellungsbeschlussDatum', '2025-05-14'),
  x('auslegungsStartDatum', '2026-11-02'),
  x('auslegungsEndDatum', '2026-12-02'),
  x('staedtebaulicherVertrag', true),
  x('versionBauNVO', [x('XP_GesetzlicheGrundlage', [x('name', 'Baunutzungsverordnung')])]),
  x('versionBauGB', [x('XP_GesetzlicheGrundlage', [x('name', 'Baugesetzbuch')])]),
  link('bereich', 'bereich'),
])
feature('BP_Bereich', 'bereich', territory, [
  x('nummer', 0),
  x('name', 'Grundplan'),
  x('bedeutung', 1600),
  x('geltungsbereich', polygon('bereich', plan.territory)),
  contents.map((key) => link('planinhalt', key)),
  x('verfahren', 1000),
  link('gehoertZuPlan', 'plan'),
])
for (const [key, law, text] of rules)
  features.push(
    element('gml:featureMember', [
      element(`xplan:XP_TextAbschnitt gml:id="${idOf(`text ${key}`)}"`, [
        x('schluessel', `${rules.findIndex(([each]) => each === key) + 1}`),
        x('gesetzlicheGrundlage', law),
        x('text', text),
        x('rechtscharakter', 1000),
      ]),
    ]),
  )

// ---------- what it settles ----------
/** What every object says first: its name in plain words, that it is planned, and where it belongs. */
const settled = (name, label) => [
  ...(name ? [x('text', name)] : []),
  x('rechtsstand', 1000),
  link('gehoertZuBereich', 'bereich'),
  ...(label ? [x('aufschrift', label)] : []),
  x('rechtscharakter', 1000),
]
const surface = (key, geometry) => [x('position', polygon(key, geometry)), x('flaechenschluss', true)]
const GREEN = { publicGreen: [10003, 2000], garden: [12000, 2000] }

for (const { key, name, designation, storeys, fill, geometry } of plan.planParts) {
  const bounds = geometry.coordinates[0]
  const start = [settled(name.de, designation), surface(key, geometry)]
  if (fill === 'housingThree' || fill === 'housingTwo')
    feature('BP_BaugebietsTeilFlaeche', key, bounds, [
      start,
      ...(storeys === 3
        ? [
            x('dachgestaltung', [
              x('BP_Dachgestaltung', [measured('DNmax', 'grad', 15), x('dachform', 1000)]),
            ]),
          ]
        : []),
      x('GRZ', 0.4),
      x('Z', storeys),
      x('allgArtDerBaulNutzung', 1000),
      x('besondereArtDerBaulNutzung', 1200),
      x('bauweise', 1000),
    ])
  else if (fill === 'community')
    feature('BP_GemeinbedarfsFlaeche', key, bounds, [
      start,
      x('Z', storeys),
      x('zweckbestimmung', [
        x('BP_KomplexeZweckbestGemeinbedarf', [x('allgemein', 16000), x('aufschrift', 'Kita')]),
      ]),
      x('traeger', 4000),
    ])
  else if (fill === 'street')
    feature('SO_Strassenverkehr', key, bounds, [
      start,
      x('einteilung', 1400),
      x('name', 'Neue Straße'),
      x('nutzungsform', 2000),
      x('hatDarstellungMitBesondZweckbest', false),
    ])
  else
    feature('BP_GruenFlaeche', key, bounds, [
      start,
      x('zweckbestimmung', [x('BP_KomplexeZweckbestGruen', [x('allgemein', GREEN[fill][0])])]),
      x('nutzungsform', GREEN[fill][1]),
    ])
}
for (const { key, storeys, geometry } of limits) {
  const ring = geometry.coordinates[0]
  feature('BP_BauGrenze', key, ring, [
    settled('Baugrenze'),
    x('position', curve(key, ring)),
    x('geschossMax', storeys),
  ])
}
for (const { key, position } of trees)
  feature(
    'BP_AnpflanzungBindungErhaltung',
    key,
    [position],
    [
      settled('Linde, zu erhalten'),
      x('position', point(key, position)),
      x('massnahme', 1000),
      x('gegenstand', 1000),
      measured('kronendurchmesser', 'm', 11),
      x('pflanzenArt', 'Winterlinde (Tilia cordata)'),
      x('anzahl', 1),
    ],
  )

const lines = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<!-- Written for the sample town Quellstedt of this project; town and plan are invented. -->',
  ...element(
    `xplan:XPlanAuszug xmlns:xplan="http://www.xplanung.de/xplangml/6/0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink" gml:id="${idOf('auszug')}"`,
    [envelope(territory), features],
  ),
]
const bytes = `${lines.flat(9).join('\n')}\n`
writeFileSync(join(here, '../documents/alte-gaertnerei.gml'), bytes)
console.log(`alte-gaertnerei.gml: ${features.length} objects, ${bytes.length} bytes`)
