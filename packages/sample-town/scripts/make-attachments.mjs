/**
 * Makes what residents of Quellstedt attached, into attachments/: a photo of a pavement that ends, drawn and
 * then treated as a camera would, and the letter of a lawyer.
 *
 *   node scripts/make-attachments.mjs
 *
 * Both are the project's own; nobody and nothing real is on them. The same words and numbers give the same files.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'

const out = join(dirname(fileURLToPath(import.meta.url)), '../attachments')
const [WIDTH, HEIGHT] = [1280, 960]

/** Numbers that look random and are always the same. */
let seed = 20261005
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647
const between = (low, high) => low + (high - low) * random()

/** A house front of the row on the left, from `near` to `far` towards the vanishing point. */
const VANISHING = { x: 700, y: 392 }
const towards = (x, y, part) => [x + (VANISHING.x - x) * part, y + (VANISHING.y - y) * part]
const corners = (...points) => points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')

function house(near, far, plaster, roof) {
  const side = (y, part) => towards(-260, y, part)
  const front = corners(side(-120, near), side(-120, far), side(760, far), side(760, near))
  const eaves = corners(side(-120, near), side(-190, near), side(-190, far), side(-120, far))
  let windows = ''
  const columns = 4
  for (let column = 0; column < columns; column++)
    for (const [top, bottom] of [
      [-30, 120],
      [220, 380],
      [470, 630],
    ]) {
      const a = near + ((far - near) * (column + 0.28)) / columns
      const b = near + ((far - near) * (column + 0.72)) / columns
      const light = between(0, 1) > 0.75 ? '#c9b489' : '#39434a'
      windows += `<polygon points="${corners(side(top, a), side(top, b), side(bottom, b), side(bottom, a))}" fill="${light}" stroke="#e8e3d8" stroke-width="${(5 * (1 - a)).toFixed(1)}"/>`
    }
  return `<polygon points="${front}" fill="${plaster}"/><polygon points="${eaves}" fill="${roof}"/>${windows}`
}

function tree(x, base, size) {
  let leaves = ''
  for (let i = 0; i < 150; i++) {
    const angle = between(0, 2 * Math.PI)
    const r = size * Math.sqrt(random())
    const shade = ['#4c5a2c', '#5d6b33', '#78813d', '#8d8a41', '#3d4a26'][Math.floor(between(0, 5))]
    leaves += `<circle cx="${(x + r * Math.cos(angle)).toFixed(1)}" cy="${(base - size * 1.9 + r * 0.9 * Math.sin(angle)).toFixed(1)}" r="${between(size * 0.06, size * 0.16).toFixed(1)}" fill="${shade}" opacity="0.85"/>`
  }
  return `<path d="M${x - size * 0.07} ${base} L${x - size * 0.04} ${base - size * 1.5} L${x + size * 0.04} ${base - size * 1.5} L${x + size * 0.08} ${base} Z" fill="#4a3f35"/><g filter="url(#foliage)">${leaves}</g>`
}

/** A parked car from behind: body, window, lights, a shadow under it. */
const car = (x, y, size, colour) => `
  <ellipse cx="${x}" cy="${y}" rx="${size * 0.62}" ry="${size * 0.08}" fill="#1c1d1e" opacity="0.55"/>
  <rect x="${x - size * 0.5}" y="${y - size * 0.46}" width="${size}" height="${size * 0.4}" rx="${size * 0.09}" fill="${colour}"/>
  <path d="M${x - size * 0.38} ${y - size * 0.44} L${x - size * 0.28} ${y - size * 0.74} L${x + size * 0.28} ${y - size * 0.74} L${x + size * 0.38} ${y - size * 0.44} Z" fill="${colour}"/>
  <path d="M${x - size * 0.31} ${y - size * 0.47} L${x - size * 0.24} ${y - size * 0.69} L${x + size * 0.24} ${y - size * 0.69} L${x + size * 0.31} ${y - size * 0.47} Z" fill="#2b3338"/>
  <rect x="${x - size * 0.47}" y="${y - size * 0.38}" width="${size * 0.13}" height="${size * 0.09}" rx="3" fill="#8d2f2a"/>
  <rect x="${x + size * 0.34}" y="${y - size * 0.38}" width="${size * 0.13}" height="${size * 0.09}" rx="3" fill="#8d2f2a"/>
  <rect x="${x - size * 0.4}" y="${y - size * 0.1}" width="${size * 0.16}" height="${size * 0.12}" rx="4" fill="#191919"/>
  <rect x="${x + size * 0.24}" y="${y - size * 0.1}" width="${size * 0.16}" height="${size * 0.12}" rx="4" fill="#191919"/>`

function scene() {
  const slabs = []
  // Two slabs wide, up to where the pavement ends.
  for (let row = 0; row < 13; row++)
    for (let column = 0; column < 2; column++) {
      const [a, b] = [row, row + 0.94].map((n) => 1 - 1 / (1 + n * 0.16))
      const left = 150 + column * 250
      const shade = Math.round(between(150, 176))
      slabs.push(
        `<polygon points="${corners(towards(left, 1010, a), towards(left + 240, 1010, a), towards(left + 240, 1010, b), towards(left, 1010, b))}" fill="rgb(${shade},${shade - 3},${shade - 10})"/>`,
      )
    }
  const stones = Array.from({ length: 260 }, () => {
    const part = between(0.66, 0.9)
    const [x, y] = towards(between(90, 660), 1010, part)
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${between(0.6, 2.4).toFixed(1)}" fill="#${Math.floor(between(70, 99))}6a58" opacity="0.7"/>`
  }).join('')
  const blades = Array.from({ length: 900 }, () => {
    const part = between(0, 0.92)
    const [x, y] = towards(between(-500, 130), 1010, part)
    const height = 26 * (1 - part) + 2
    return `<path d="M${x.toFixed(1)} ${y.toFixed(1)} q${between(-4, 4).toFixed(1)} ${(-height / 2).toFixed(1)} ${between(-7, 7).toFixed(1)} ${(-height).toFixed(1)}" stroke="${random() > 0.5 ? '#6a7038' : '#575f2e'}" stroke-width="${(2.4 * (1 - part)).toFixed(1)}" fill="none"/>`
  }).join('')
  const kerb = corners(
    towards(660, 1010, 0),
    towards(700, 1010, 0),
    towards(700, 1010, 0.67),
    towards(660, 1010, 0.67),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
  <defs>
    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#a9b6bf"/><stop offset="1" stop-color="#dfe1dc"/></linearGradient>
    <linearGradient id="road" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#8b8d8b"/><stop offset="1" stop-color="#5a5d5e"/></linearGradient>
    <linearGradient id="meadow" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#8a8d6a"/><stop offset="0.3" stop-color="#6f7347"/></linearGradient>
    <filter id="foliage"><feTurbulence type="fractalNoise" baseFrequency="0.06" numOctaves="3" seed="4"/><feDisplacementMap in="SourceGraphic" scale="26"/></filter>
    <filter id="rough"><feTurbulence type="fractalNoise" baseFrequency="0.9 0.55" numOctaves="4" seed="9"/><feColorMatrix values="0 0 0 0 0.3  0 0 0 0 0.3  0 0 0 0 0.28  0.9 0 0 0 -0.25"/><feComposite in2="SourceGraphic" operator="in"/></filter>
    <filter id="cloud"><feTurbulence type="fractalNoise" baseFrequency="0.004 0.012" numOctaves="5" seed="2"/><feColorMatrix values="0 0 0 0 0.95  0 0 0 0 0.95  0 0 0 0 0.94  1.6 0 0 0 -0.62"/></filter>
    <filter id="soft"><feGaussianBlur stdDeviation="9"/></filter>
  </defs>
  <rect width="${WIDTH}" height="500" fill="url(#sky)"/>
  <rect width="${WIDTH}" height="430" filter="url(#cloud)" opacity="0.7"/>
  <path d="M560 400 Q640 362 760 372 T1280 340 L1280 430 L560 430 Z" fill="#7d8a80"/>
  <rect y="395" width="${WIDTH}" height="${HEIGHT}" fill="url(#meadow)"/>
  <rect y="395" width="${WIDTH}" height="${HEIGHT}" filter="url(#rough)" opacity="0.3"/>
  <g filter="url(#foliage)"><polygon points="${corners(towards(2300, 900, 0.93), towards(2300, 900, 0.2), towards(2300, 560, 0.2), towards(2300, 560, 0.93))}" fill="#4f5a33"/></g>
  <polygon points="${corners(towards(700, 1010, 0), towards(700, 1010, 0.985), towards(1650, 1010, 0.985), towards(1650, 1010, 0))}" fill="url(#road)"/>
  <polygon points="${corners(towards(700, 1010, 0), towards(700, 1010, 0.985), towards(1650, 1010, 0.985), towards(1650, 1010, 0))}" filter="url(#rough)" opacity="0.5"/>
  ${house(0.86, 0.93, '#9a948a', '#5c4a44')}${house(0.7, 0.85, '#b9ac94', '#6a4b41')}${house(0.38, 0.68, '#c8c0ae', '#71523f')}${house(-0.1, 0.35, '#a98f78', '#5d4438')}
  <polygon points="${corners(towards(-500, 1010, 0), towards(-500, 1010, 0.95), towards(130, 1010, 0.95), towards(130, 1010, 0))}" fill="#62683a"/>
  <polygon points="${corners(towards(100, 1010, 0.6), towards(100, 1010, 0.96), towards(690, 1010, 0.96), towards(690, 1010, 0.6))}" fill="#79694f"/>
  <polygon points="${corners(towards(100, 1010, 0.6), towards(100, 1010, 0.96), towards(690, 1010, 0.96), towards(690, 1010, 0.6))}" filter="url(#rough)" opacity="0.7"/>
  <polygon points="${corners(towards(130, 1010, 0), towards(660, 1010, 0), towards(660, 1010, 0.675), towards(130, 1010, 0.675))}" fill="#6d6a62"/>
  ${slabs.join('')}${stones}
  <polygon points="${corners(towards(130, 1010, 0), towards(660, 1010, 0), towards(660, 1010, 0.675), towards(130, 1010, 0.675))}" filter="url(#rough)" opacity="0.35"/>
  <polygon points="${kerb}" fill="#a9a8a2"/>
  ${blades}
  <ellipse cx="560" cy="596" rx="74" ry="9" fill="#b7bcbc" opacity="0.75"/>
  ${tree(1010, 520, 78)}${tree(1190, 600, 150)}
  ${car(800, 470, 64, '#8f2f2b')}${car(905, 540, 128, '#b9bec1')}
  <path d="M-20 1000 Q260 820 420 700 L690 1000 Z" fill="#15181a" opacity="0.13" filter="url(#soft)"/>
  </svg>`
}

/** What a lens and a sensor add: a little blur, grain, darker corners, colours of a dull day. */
async function photo(fileName) {
  const grain = Buffer.alloc(WIDTH * HEIGHT)
  for (let i = 0; i < grain.length; i++) grain[i] = 128 + (random() + random() + random() - 1.5) * 34
  const vignette = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><radialGradient id="v" r="0.75"><stop offset="0.6" stop-opacity="0"/><stop offset="1" stop-opacity="0.34"/></radialGradient><rect width="100%" height="100%" fill="url(#v)"/></svg>`
  const drawn = await sharp(Buffer.from(scene()))
    .flatten()
    .blur(0.9)
    .modulate({ saturation: 0.85 })
    .toBuffer()
  const noise = await sharp(grain, { raw: { width: WIDTH, height: HEIGHT, channels: 1 } })
    .png()
    .toBuffer()
  const { size } = await sharp(drawn)
    .composite([{ input: noise, blend: 'soft-light' }, { input: Buffer.from(vignette) }])
    .jpeg({ quality: 74, mozjpeg: true })
    .toFile(join(out, fileName))
  console.log(`${fileName}: ${size} bytes`)
}

const require = createRequire(import.meta.url)
const fontFile = (weight) =>
  readFileSync(require.resolve(`@fontsource/fira-sans/files/fira-sans-latin-${weight}-normal.woff`))

const LETTER = [
  'Sehr geehrte Damen und Herren,',
  'in der genannten Angelegenheit zeige ich an, dass mich Frau Sabine Richter mit der Wahrnehmung ihrer Interessen beauftragt hat. Eine Vollmacht reiche ich nach. Meine Mandantin ist Miteigentümerin des Streifens zwischen der Lindenreihe und dem Gehweg der Neefestraße.',
  '1. Der Entwurf setzt auf diesem Streifen die Erhaltung der 21 Linden fest (§ 9 Abs. 1 Nr. 25 Buchst. b BauGB) und führt zugleich die Zufahrt der neuen Straße darüber. Wie beides nebeneinander bestehen kann, sagt die Begründung nicht. Zwei der Linden stehen in der Zufahrt.',
  '2. Wer die Unterhaltung der Bäume trägt, ist offen. Eine Festsetzung, die Privaten auf Dauer Lasten auferlegt, muss die Belange der Eigentümer mit dem ihnen zukommenden Gewicht in die Abwägung einstellen (§ 1 Abs. 7 BauGB). In der Begründung fehlt dazu jedes Wort.',
  '3. Eine Abtretung kommt für meine Mandantin in Betracht, wenn die Kosten der Erschließung nicht auf die Anlieger umgelegt werden und die Zufahrt um etwa zwölf Meter nach Osten rückt. Dort stünde kein Baum im Weg.',
  'Ich bitte, diese Stellungnahme in die Abwägung einzustellen und mir das Ergebnis mitzuteilen (§ 3 Abs. 2 Satz 4 BauGB).',
  'Mit freundlichen Grüßen',
]

/** Tagged, so that a screen reader can read it; the date is fixed, so that the bytes are. */
async function letter(fileName) {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 72, bottom: 64, left: 76, right: 76 },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'de-DE',
    displayTitle: true,
    info: {
      Title: 'Stellungnahme zum Bebauungsplan Nr. 37 „Alte Gärtnerei“',
      Author: 'Rechtsanwältin Dr. Ines Falk (erfunden)',
      CreationDate: new Date('2026-10-05T08:00:00Z'),
    },
  })
  doc.registerFont('regular', fontFile(400))
  doc.registerFont('semiBold', fontFile(600))
  const parts = []
  doc.on('data', (part) => parts.push(part))
  const root = doc.struct('Document')
  doc.addStructure(root)
  const write = (text, { size = 10.5, font = 'regular', tag = 'P', after = 0.8 } = {}) => {
    root.add(
      doc.struct(tag, () => doc.font(font).fontSize(size).fillColor('#1B2420').text(text, { lineGap: 3.5 })),
    )
    doc.moveDown(after)
  }
  write('Dr. Ines Falk', { size: 16, font: 'semiBold', after: 0 })
  write('Rechtsanwältin · Lindenhof 4, 09990 Quellstedt', { size: 9.5, after: 2 })
  write('Stadt Quellstedt\nStadtplanungsamt\nMarkt 1\n09990 Quellstedt', { after: 1.6 })
  write('Bebauungsplan Nr. 37 „Alte Gärtnerei“: Stellungnahme für Frau Sabine Richter', {
    size: 12.5,
    font: 'semiBold',
    tag: 'H1',
  })
  for (const paragraph of LETTER) write(paragraph)
  write('Dr. Falk, Rechtsanwältin', { font: 'semiBold', after: 1.4 })
  write('Alle Personen und Anschriften sind erfunden.', { size: 8.5, after: 0 })
  root.end()
  await new Promise((done) => {
    doc.on('end', done)
    doc.end()
  })
  const bytes = Buffer.concat(parts)
  writeFileSync(join(out, fileName), bytes)
  console.log(`${fileName}: ${bytes.length} bytes`)
}

await photo('gehweg-herderstrasse.jpg')
await letter('schreiben-rechtsanwaeltin.pdf')
