/**
 * Makes the documents on display (tagged PDF with language and outline) into documents/.
 *
 *   node scripts/make-documents.mjs
 *
 * The drawings are taken from the plan parts themselves, so that paper and map never disagree. The date is
 * fixed: the same text gives the same bytes. Days of the notice are only known when a town is filled; its
 * file is not compressed, and a list beside it says how each digit is spelt in it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import { runnerImport } from 'vite'
import { begruendungLead, bekanntmachung, laermgutachten, umweltbericht } from './document-texts.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const out = join(here, '../documents')
const { module } = await runnerImport(join(here, '../src/index.ts'), { logLevel: 'error' })
const { buildingLimits, keptTrees, procedures, reportParagraphs } = module
const [alteGaertnerei, , uferpark] = procedures
const planName = (plan) => `${plan.number} „${plan.title.de}“`

const require = createRequire(import.meta.url)
const fontFile = (weight) =>
  readFileSync(require.resolve(`@fontsource/fira-sans/files/fira-sans-latin-${weight}-normal.woff`))
const fonts = { regular: fontFile(400), semiBold: fontFile(600) }

const INK = '#1B2420'
const MUTED = '#55605A'
const OFFICE = 'Stadt Quellstedt, Stadtplanungsamt, Markt 1, 09990 Quellstedt'
function open(title, plan, options = {}) {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 72, bottom: 72, left: 76, right: 76 },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'de-DE',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: title,
      Author: 'Stadt Quellstedt',
      Subject: planName(plan),
      CreationDate: new Date('2026-10-05T08:00:00Z'),
    },
    ...options,
  })
  doc.registerFont('regular', fonts.regular)
  doc.registerFont('semiBold', fonts.semiBold)
  return doc
}

/** Page numbers are an artifact: a screen reader should not read them between two sentences. */
function finish(doc, fileName, status = 'Entwurf vom 5. Oktober 2026') {
  const { start, count } = doc.bufferedPageRange()
  for (let i = start; i < start + count; i++) {
    doc.switchToPage(i)
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.font('regular').fontSize(9).fillColor(MUTED)
    doc.text(
      `${OFFICE} · ${status} · Seite ${i + 1} von ${count}`,
      doc.page.margins.left,
      doc.page.height - 44,
      {
        lineBreak: false,
      },
    )
    doc.endMarkedContent()
  }
  const parts = []
  doc.on('data', (part) => parts.push(part))
  return new Promise((resolve) => {
    doc.on('end', () => {
      const bytes = Buffer.concat(parts)
      writeFileSync(join(out, fileName), bytes)
      console.log(`${fileName}: ${count} page(s), ${bytes.length} bytes`)
      resolve()
    })
    doc.end()
  })
}

async function report({ title, lead, sections }, fileName, { numbered = true, status, prepare } = {}) {
  const plan = alteGaertnerei
  const doc = open(`${title} zum ${planName(plan)}`, plan, prepare ? { compress: false } : {})
  const root = doc.struct('Document')
  doc.addStructure(root)
  const add = (tag, draw) => root.add(doc.struct(tag, draw))
  // Figures of one width, so that a day can be exchanged without moving the line.
  const words = { lineGap: 3.5, features: prepare ? ['tnum'] : [] }

  add('P', () => doc.font('regular').fontSize(11).fillColor(MUTED).text(planName(plan)))
  add('H1', () => doc.font('semiBold').fontSize(26).fillColor(INK).text(title))
  doc.moveDown(0.4)
  add('P', () => doc.font('regular').fontSize(12.5).fillColor(INK).text(lead, { lineGap: 4 }))
  let number = 0
  let chapter = doc.outline
  for (const { heading, paragraphs, table } of sections) {
    const isSection = /^\d+\.\d/.test(heading)
    doc.moveDown(isSection ? 0.9 : 1.1)
    // A heading never stands alone at the foot of a page.
    if (doc.y > doc.page.height - (table ? 150 + table.length * 19 : 165)) doc.addPage()
    if (isSection) chapter.addItem(heading)
    else chapter = doc.outline.addItem(heading)
    const size = isSection ? 12.5 : 15
    add(isSection ? 'H3' : 'H2', () => doc.font('semiBold').fontSize(size).fillColor(INK).text(heading))
    for (const paragraph of paragraphs) {
      doc.moveDown(0.5)
      // Three lines at least, or it begins on the next page.
      if (doc.y > doc.page.height - doc.page.margins.bottom - 48) doc.addPage()
      number += 1
      const text = numbered ? `(${number}) ${paragraph}` : paragraph
      add('P', () => doc.font('regular').fontSize(10.5).fillColor(INK).text(text, words))
    }
    if (table) drawTable(doc, root, table)
  }
  root.end()
  prepare?.(doc.font('regular'))
  await finish(doc, fileName, status)
}

function drawTable(doc, root, rows) {
  doc.moveDown(0.6)
  if (doc.y + rows.length * 19 > doc.page.height - doc.page.margins.bottom) doc.addPage()
  const table = doc.struct('Table')
  root.add(table)
  const left = doc.page.margins.left
  // As wide as its longest cell, and what is left shared among all.
  const room = doc.page.width - left - doc.page.margins.right
  doc.font('semiBold').fontSize(10)
  const needs = rows[0].map((_, c) => Math.max(...rows.map((row) => doc.widthOfString(row[c]))) + 8)
  const spare = (room - needs.reduce((sum, need) => sum + need, 0)) / needs.length
  const startOf = (column) => needs.slice(0, column).reduce((sum, need) => sum + need + spare, left)
  rows.forEach((row, r) => {
    const tr = doc.struct('TR')
    table.add(tr)
    const y = doc.y
    row.forEach((cell, c) => {
      tr.add(
        doc.struct(r === 0 ? 'TH' : 'TD', () => {
          doc
            .font(r === 0 ? 'semiBold' : 'regular')
            .fontSize(10)
            .fillColor(INK)
          doc.text(cell, startOf(c), y, { width: needs[c] + spare, lineBreak: false })
        }),
      )
    })
    tr.end()
    doc.x = left
    doc.y = y + 19
  })
  table.end()
}

// ---------- the drawing ----------
const FILLS = {
  housingThree: ['#EDB3A6', 'Wohnen, drei Geschosse'],
  housingTwo: ['#F6D2C6', 'Wohnen, zwei Geschosse'],
  community: ['#DDB3D2', 'Kita'],
  publicGreen: ['#B4DC9C', 'Öffentliches Grün'],
  garden: ['#CFE5BE', 'Quartiersgarten'],
  street: ['#F1D580', 'Neue Straße'],
}

/** The centre of gravity of a ring. */
function centreOf(corners) {
  let [twice, x, y] = [0, 0, 0]
  const [x0, y0] = corners[0]
  corners.slice(1).forEach(([lon, lat], i) => {
    const [ax, ay, bx, by] = [corners[i][0] - x0, corners[i][1] - y0, lon - x0, lat - y0]
    const cross = ax * by - bx * ay
    twice += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
  })
  return [x0 + x / (3 * twice), y0 + y / (3 * twice)]
}

/** The direction of the longest side, in degrees, never upside down. */
function tiltOf(corners) {
  const sides = corners.slice(1).map(([x, y], i) => [x - corners[i][0], y - corners[i][1]])
  const [dx, dy] = sides.reduce((longest, side) =>
    Math.hypot(...side) > Math.hypot(...longest) ? side : longest,
  )
  const degrees = (Math.atan2(dy, dx) * 180) / Math.PI
  return degrees > 90 ? degrees - 180 : degrees <= -90 ? degrees + 180 : degrees
}

async function drawing(
  plan,
  fileName,
  { title, scale, legend, words, notes, status, limits = [], trees = [] },
) {
  const doc = open(`${title} zum ${planName(plan)}`, plan, { size: 'A4', layout: 'landscape' })
  const root = doc.struct('Document')
  doc.addStructure(root)
  const add = (tag, options, draw) => root.add(doc.struct(tag, options, draw))
  add('P', {}, () => doc.font('regular').fontSize(11).fillColor(MUTED).text(planName(plan), 48, 36))
  add('H1', {}, () => doc.font('semiBold').fontSize(24).fillColor(INK).text(title, 48, 52))

  // On paper one metre is 1/scale m, and a point of PDF is 1/72 inch.
  const pointsPerMetre = 72 / 0.0254 / scale
  const ring = plan.territory.coordinates[0]
  const lons = ring.map(([lon]) => lon)
  const lats = ring.map(([, lat]) => lat)
  const center = [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2]
  const project = ([lon, lat]) => [
    306 + (lon - center[0]) * 70_330 * pointsPerMetre,
    318 - (lat - center[1]) * 111_250 * pointsPerMetre,
  ]
  const trace = (corners) => {
    corners.forEach((corner, i) =>
      i === 0 ? doc.moveTo(...project(corner)) : doc.lineTo(...project(corner)),
    )
    return doc.closePath()
  }
  const alt = `${title}. ${plan.planParts.map((part) => [part.designation, part.name.de].filter(Boolean).join(', ')).join('. ')}.`
  add('Figure', { alt }, () => {
    for (const part of plan.planParts) {
      const corners = part.geometry.coordinates[0]
      trace(corners).lineWidth(0.7).fillAndStroke(FILLS[part.fill][0], '#6B4A3A')
      const at = project(centreOf(corners))
      const roman = ['', 'I', 'II', 'III'][part.storeys ?? 0]
      const sign = part.designation
        ? `${part.designation} · ${roman}`
        : part.fill === 'street'
          ? ''
          : part.name.de.split(/ mit |, /)[0]
      doc.font('semiBold').fontSize(10).fillColor(INK)
      doc.save()
      // A long name lies along its strip, as the streets do.
      if (!part.designation) doc.rotate(tiltOf(corners.map(project)), { origin: at })
      doc.text(sign, at[0] - 60, at[1] - 6, { width: 120, align: 'center', lineBreak: false })
      doc.restore()
    }
    for (const limit of limits)
      trace(limit.geometry.coordinates[0]).lineWidth(1).dash(6, { space: 2 }).stroke('#1F4F9C').undash()
    trace(ring).lineWidth(2).dash(7, { space: 4 }).stroke('#111111').undash()
    for (const tree of trees)
      doc
        .circle(...project(tree), 3.6)
        .lineWidth(1.2)
        .fillAndStroke('#FFFFFF', '#2E6B2E')
  })
  doc.font('semiBold').fontSize(12).fillColor(INK)
  add('H2', {}, () => doc.text('Zeichenerklärung', 600, 96))
  let y = 122
  for (const fill of legend) {
    const [colour, usual] = FILLS[fill]
    const name = words?.[fill] ?? usual
    doc.markContent('Artifact', { type: 'Layout' })
    doc.rect(600, y, 26, 16).lineWidth(0.7).fillAndStroke(colour, '#6B4A3A')
    doc.endMarkedContent()
    add('P', {}, () =>
      doc
        .font('regular')
        .fontSize(10.5)
        .fillColor(INK)
        .text(name, 636, y + 1),
    )
    y += 26
  }
  doc.markContent('Artifact', { type: 'Layout' })
  doc
    .moveTo(600, y + 8)
    .lineTo(626, y + 8)
    .lineWidth(2)
    .dash(7, { space: 4 })
    .stroke('#111111')
    .undash()
  doc.endMarkedContent()
  add('P', {}, () =>
    doc
      .font('regular')
      .fontSize(10.5)
      .fillColor(INK)
      .text('Grenze des Plangebiets', 636, y + 1),
  )
  y += 44
  for (const note of [`Maßstab 1 : ${scale} auf DIN A4`, ...notes]) {
    add('P', {}, () => doc.font('regular').fontSize(10).fillColor(INK).text(note, 600, y, { width: 190 }))
    y = doc.y + 6
  }
  root.end()
  await finish(doc, fileName, status)
}

// ---------- the notice and its days ----------
const DAYS = { notice: '11.11.1111', start: '22.22.2222', end: '33.33.3333' }

/** Puts a day of the right length where one is missing, and remembers how the file spells digits. */
async function notice(fileName) {
  const fill = (text) => text.replace(/\{(\w+)\}/g, (_, day) => DAYS[day])
  const filled = {
    ...bekanntmachung,
    sections: bekanntmachung.sections.map((section) => ({
      ...section,
      paragraphs: section.paragraphs.map(fill),
    })),
  }
  let glyphs
  await report(filled, fileName, {
    numbered: false,
    status: 'Bekanntmachung',
    prepare: ({ _font }) => {
      const spell = (text) => _font.encode(text, ['tnum'])[0]
      glyphs = Object.fromEntries([...'0123456789.'].map((sign) => [sign, spell(sign)[0]]))
    },
  })
  const bytes = readFileSync(join(out, fileName)).toString('latin1')
  for (const [day, text] of Object.entries(DAYS)) {
    const spelt = [...text].map((sign) => glyphs[sign]).join('')
    if (!bytes.includes(spelt)) throw new Error(`The notice does not spell its ${day} in one piece.`)
  }
  writeFileSync(
    join(out, fileName.replace('.pdf', '.json')),
    `${JSON.stringify({ about: 'How the notice spells digits, and the days to exchange in it.', glyphs, days: DAYS }, null, 2)}\n`,
  )
}

/** The paragraphs of the report, gathered under their chapters and sections. */
function begruendung() {
  const sections = []
  let chapterBefore
  for (const { chapter, heading, text } of reportParagraphs) {
    if (chapter !== chapterBefore && heading !== chapter) sections.push({ heading: chapter, paragraphs: [] })
    chapterBefore = chapter
    if (sections.at(-1)?.heading !== heading) sections.push({ heading, paragraphs: [] })
    sections.at(-1).paragraphs.push(text)
  }
  return { title: 'Begründung', lead: begruendungLead, sections }
}

await drawing(alteGaertnerei, 'planzeichnung-bplan-37.pdf', {
  title: 'Planzeichnung',
  scale: 2000,
  legend: ['housingThree', 'housingTwo', 'community', 'publicGreen', 'garden', 'street'],
  limits: buildingLimits,
  trees: keptTrees,
  notes: [
    'Blaue Linie: Baugrenze. Kreis: Baum, der stehen bleibt',
    'GRZ 0,4 in WA 1 bis WA 3',
    'Höchstens drei Geschosse in WA 1 und WA 3, höchstens zwei in WA 2',
    'Dächer sind zu begrünen oder mit Photovoltaik zu belegen',
    'Die 21 Linden an der Neefestraße sind zu erhalten',
  ],
})
await drawing(uferpark, 'skizze-bplan-41.pdf', {
  title: 'Skizze der Flächen',
  scale: 2500,
  legend: ['publicGreen', 'community'],
  words: { community: 'Güterschuppen' },
  status: 'Skizze vor dem ersten Entwurf',
  notes: [
    'Diese Skizze zeigt, welche Flächen es gibt. Was auf ihnen geschieht, ist noch offen',
    'Häuser werden nicht gebaut; der alte Güterschuppen kann bleiben',
  ],
})
await notice('bekanntmachung-bplan-37.pdf')
await report(begruendung(), 'begruendung-bplan-37.pdf')
await report(umweltbericht, 'umweltbericht-bplan-37.pdf')
await report(laermgutachten, 'laermgutachten-bplan-37.pdf')
