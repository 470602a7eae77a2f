/**
 * Makes the four documents on display (tagged PDF with language and outline) into documents/.
 *
 *   node scripts/make-documents.mjs
 *
 * The drawing is taken from the plan parts themselves, so that paper and map never disagree. The date is
 * fixed: the same text gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import { runnerImport } from 'vite'
import { begruendung, laermgutachten, umweltbericht } from './document-texts.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const out = join(here, '../documents')
const { module } = await runnerImport(join(here, '../src/procedures.ts'), { logLevel: 'error' })
const plan = module.procedures[0]

const require = createRequire(import.meta.url)
const fontFile = (weight) =>
  readFileSync(require.resolve(`@fontsource/fira-sans/files/fira-sans-latin-${weight}-normal.woff`))
const fonts = { regular: fontFile(400), semiBold: fontFile(600) }

const INK = '#1B2420'
const MUTED = '#55605A'
const OFFICE = 'Stadt Quellstedt, Stadtplanungsamt, Markt 1, 09990 Quellstedt'
const STAND = 'Entwurf vom 5. Oktober 2026'

function open(title, options = {}) {
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
      Subject: 'Bebauungsplan Nr. 37 „Alte Gärtnerei“',
      CreationDate: new Date('2026-10-05T08:00:00Z'),
    },
    ...options,
  })
  doc.registerFont('regular', fonts.regular)
  doc.registerFont('semiBold', fonts.semiBold)
  return doc
}

/** Page numbers are an artifact: a screen reader should not read them between two sentences. */
function finish(doc, fileName) {
  const { start, count } = doc.bufferedPageRange()
  for (let i = start; i < start + count; i++) {
    doc.switchToPage(i)
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.font('regular').fontSize(9).fillColor(MUTED)
    doc.text(
      `${OFFICE} · ${STAND} · Seite ${i + 1} von ${count}`,
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

async function report({ title, lead, sections }, fileName) {
  const doc = open(`${title} zum Bebauungsplan Nr. 37 „Alte Gärtnerei“`)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const add = (tag, draw) => root.add(doc.struct(tag, draw))

  add('P', () =>
    doc.font('regular').fontSize(11).fillColor(MUTED).text('Bebauungsplan Nr. 37 „Alte Gärtnerei“'),
  )
  add('H1', () => doc.font('semiBold').fontSize(26).fillColor(INK).text(title))
  doc.moveDown(0.4)
  add('P', () => doc.font('regular').fontSize(12.5).fillColor(INK).text(lead, { lineGap: 4 }))
  let number = 0
  for (const { heading, paragraphs, table } of sections) {
    doc.moveDown(1.1)
    // A heading never stands alone at the foot of a page.
    if (doc.y > doc.page.height - (table ? 300 : 150)) doc.addPage()
    doc.outline.addItem(heading)
    add('H2', () => doc.font('semiBold').fontSize(15).fillColor(INK).text(heading))
    for (const paragraph of paragraphs) {
      doc.moveDown(0.5)
      number += 1
      const text = `(${number}) ${paragraph}`
      add('P', () => doc.font('regular').fontSize(10.5).fillColor(INK).text(text, { lineGap: 3.5 }))
    }
    if (table) drawTable(doc, root, table)
  }
  root.end()
  await finish(doc, fileName)
}

function drawTable(doc, root, rows) {
  doc.moveDown(0.6)
  if (doc.y + rows.length * 19 > doc.page.height - doc.page.margins.bottom) doc.addPage()
  const table = doc.struct('Table')
  root.add(table)
  const left = doc.page.margins.left
  const width = (doc.page.width - left - doc.page.margins.right) / rows[0].length
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
          doc.text(cell, left + c * width, y, { width: width - 8, lineBreak: false })
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

async function drawing(fileName) {
  const doc = open('Planzeichnung zum Bebauungsplan Nr. 37 „Alte Gärtnerei“', {
    size: 'A4',
    layout: 'landscape',
  })
  const root = doc.struct('Document')
  doc.addStructure(root)
  const add = (tag, options, draw) => root.add(doc.struct(tag, options, draw))
  add('P', {}, () =>
    doc.font('regular').fontSize(11).fillColor(MUTED).text('Bebauungsplan Nr. 37 „Alte Gärtnerei“', 48, 36),
  )
  add('H1', {}, () => doc.font('semiBold').fontSize(24).fillColor(INK).text('Planzeichnung', 48, 52))

  // 1 : 2000 on paper: one metre is 1/2000 m, and a point of PDF is 1/72 inch.
  const pointsPerMetre = 72 / 0.0254 / 2000
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
  const alt = `Planzeichnung. ${plan.planParts.map((part) => [part.designation, part.name.de].filter(Boolean).join(', ')).join('. ')}.`
  add('Figure', { alt }, () => {
    for (const part of plan.planParts) {
      const corners = part.geometry.coordinates[0]
      trace(corners).lineWidth(0.7).fillAndStroke(FILLS[part.fill][0], '#6B4A3A')
      const flat = corners.slice(1)
      const at = project([
        flat.reduce((sum, [lon]) => sum + lon, 0) / flat.length,
        flat.reduce((sum, [, lat]) => sum + lat, 0) / flat.length,
      ])
      const roman = ['', 'I', 'II', 'III'][part.storeys ?? 0]
      const sign = part.designation
        ? `${part.designation} · ${roman}`
        : part.fill === 'street'
          ? ''
          : part.name.de.split(/ mit |,/)[0]
      doc.font('semiBold').fontSize(10).fillColor(INK)
      doc.text(sign, at[0] - 60, at[1] - 6, { width: 120, align: 'center', lineBreak: false })
    }
    trace(ring).lineWidth(2).dash(7, { space: 4 }).stroke('#111111').undash()
  })
  doc.font('semiBold').fontSize(12).fillColor(INK)
  add('H2', {}, () => doc.text('Zeichenerklärung', 600, 96))
  let y = 122
  for (const [colour, words] of Object.values(FILLS)) {
    doc.markContent('Artifact', { type: 'Layout' })
    doc.rect(600, y, 26, 16).lineWidth(0.7).fillAndStroke(colour, '#6B4A3A')
    doc.endMarkedContent()
    add('P', {}, () =>
      doc
        .font('regular')
        .fontSize(10.5)
        .fillColor(INK)
        .text(words, 636, y + 1),
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
  for (const words of [
    'Maßstab 1 : 2000 auf DIN A4',
    'GRZ 0,4 in WA 1 bis WA 3',
    'Höchstens drei Geschosse in WA 1 und WA 3, höchstens zwei in WA 2',
    'Dächer sind zu begrünen oder mit Photovoltaik zu belegen',
    'Die 21 Linden an der Neefestraße sind zu erhalten',
  ]) {
    add('P', {}, () => doc.font('regular').fontSize(10).fillColor(INK).text(words, 600, y, { width: 190 }))
    y = doc.y + 6
  }
  root.end()
  await finish(doc, fileName)
}

await drawing('planzeichnung-bplan-37.pdf')
await report(begruendung, 'begruendung-bplan-37.pdf')
await report(umweltbericht, 'umweltbericht-bplan-37.pdf')
await report(laermgutachten, 'laermgutachten-bplan-37.pdf')
