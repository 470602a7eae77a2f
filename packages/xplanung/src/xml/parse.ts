import { SaxesParser } from 'saxes'
import type { Findings } from '../findings.ts'
import type { Limits } from '../limits.ts'
import { Refused, type RefusalCode } from '../refusal.ts'
import { words, type Words } from '../words/words.ts'
import { decode, type ByteSource } from './decode.ts'
import type { XmlElement } from './element.ts'
import { Namespaces } from './namespaces.ts'
import { parseNumbers } from './numbers.ts'

export interface XmlFile {
  readonly root: XmlElement
  /** XPlanGML versions by their namespaces, with the line of the first mention */
  readonly versions: ReadonlyMap<string, number>
  readonly elementCount: number
}

/** Elements that hold coordinates. */
const NUMERIC = new Set(['pos', 'posList', 'coordinates', 'lowerCorner', 'upperCorner', 'X', 'Y', 'Z'])

/** How much text goes to the parser at once; a chunk is as long as one of its texts may get unnoticed. */
const SLICE = 1 << 20

/**
 * Reads XML chunk by chunk into small elements with their lines.
 *
 * A DOCTYPE is refused before anything in it could be defined, so no entity can grow and nothing is fetched;
 * XInclude is an element like any other.
 *
 * @throws Refused with the line, for what is not well-formed, too large or too deep.
 */
export async function parseXml(source: ByteSource, limits: Limits, findings: Findings): Promise<XmlFile> {
  const reader = new Reader(limits, findings)
  for await (const text of decode(source, limits.maxXmlBytes, findings)) {
    for (let start = 0; start < text.length; start += SLICE) reader.write(text.slice(start, start + SLICE))
  }
  return reader.end()
}

class Reader {
  private readonly parser = new SaxesParser({ xmlns: false, position: true, fragment: false })
  private readonly namespaces: Namespaces
  private readonly limits: Limits
  private readonly open: XmlElement[] = []
  private root: XmlElement | null = null
  private elementCount = 0
  private positionCount = 0
  private tagLine = 1

  constructor(limits: Limits, findings: Findings) {
    this.limits = limits
    this.namespaces = new Namespaces((prefix) =>
      findings.tell('undeclared-prefix', { line: this.tagLine, detail: prefix }),
    )
    this.parser.on('error', (error) => {
      throw this.asRefusal(error.message)
    })
    this.parser.on('doctype', () => {
      throw refuse(
        'doctype',
        this.parser.line,
        'Eine DOCTYPE-Angabe ist nicht erlaubt.',
        'A DOCTYPE is not allowed.',
      )
    })
    this.parser.on('opentagstart', () => {
      this.tagLine = this.parser.line
    })
    this.parser.on('opentag', ({ name, attributes }) => this.openTag(name, attributes))
    this.parser.on('text', (text) => this.addText(text))
    this.parser.on('cdata', (text) => this.addText(text))
    this.parser.on('closetag', () => this.closeTag())
  }

  write(text: string): void {
    this.parser.write(text)
    // Inside a tag of endless length no handler is called; the parser's own line and column still move.
    if (this.parser.position - this.lastEventAt > this.limits.maxTextLength + SLICE) throw this.textTooLong()
  }

  end(): XmlFile {
    this.parser.close()
    if (!this.root) throw notXml(this.parser.line)
    return { root: this.root, versions: this.namespaces.versions, elementCount: this.elementCount }
  }

  private lastEventAt = 0

  private openTag(qualified: string, attributes: Record<string, string>): void {
    this.lastEventAt = this.parser.position
    const depth = this.open.length + 1
    if (depth > this.limits.maxDepth) {
      throw refuse(
        'too-deep',
        this.tagLine,
        `Mehr als ${this.limits.maxDepth} Elemente ineinander.`,
        `More than ${this.limits.maxDepth} elements inside each other.`,
      )
    }
    if (++this.elementCount > this.limits.maxElements) {
      throw tooMany(this.tagLine, this.limits.maxElements, 'Elemente', 'elements')
    }
    this.namespaces.enter(depth, attributes, this.tagLine)
    const colon = qualified.indexOf(':')
    const element: XmlElement = {
      name: colon < 0 ? qualified : qualified.slice(colon + 1),
      space: this.namespaces.spaceOfPrefix(colon < 0 ? '' : qualified.slice(0, colon)),
      line: this.tagLine,
      attributes: this.localAttributes(attributes),
      children: [],
      text: '',
      numbers: null,
    }
    const parent = this.open[this.open.length - 1]
    if (parent) parent.children.push(element)
    else this.root = element
    this.open.push(element)
  }

  private localAttributes(attributes: Record<string, string>): Record<string, string> | null {
    let local: Record<string, string> | null = null
    let count = 0
    for (const name in attributes) {
      if (++count > this.limits.maxAttributesPerElement) {
        throw tooMany(
          this.tagLine,
          this.limits.maxAttributesPerElement,
          'Attribute an einem Element',
          'attributes of one element',
        )
      }
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue
      local ??= Object.create(null) as Record<string, string>
      local[name.slice(name.indexOf(':') + 1)] = attributes[name]!
    }
    return local
  }

  private addText(text: string): void {
    this.lastEventAt = this.parser.position
    const element = this.open[this.open.length - 1]
    if (!element) return
    if (element.text.length + text.length > this.limits.maxTextLength) throw this.textTooLong()
    element.text += text
  }

  private closeTag(): void {
    const element = this.open.pop()!
    this.namespaces.leave(this.open.length + 1)
    if (element.children.length > 0) {
      // Text between elements is layout; the standard has no mixed content.
      element.text = ''
      return
    }
    if (element.space !== 'xplan' && NUMERIC.has(element.name)) this.readNumbers(element)
    else element.text = element.text.trim()
  }

  private readNumbers(element: XmlElement): void {
    const { decimal = '.', cs = ',', ts = ' ' } = element.attributes ?? {}
    const format = element.name === 'coordinates' ? { decimal, separators: cs + ts } : null
    const numbers = parseNumbers(element.text, format)
    if (!numbers) return
    this.positionCount += numbers.length / 2
    if (this.positionCount > this.limits.maxPositions) {
      throw tooMany(element.line, this.limits.maxPositions, 'Koordinaten', 'positions')
    }
    element.numbers = numbers
    element.text = ''
  }

  private textTooLong(): Refused {
    return tooMany(
      this.parser.line,
      this.limits.maxTextLength,
      'Zeichen in einem Text',
      'characters in one text',
    )
  }

  private asRefusal(message: string): Refused {
    const reason = message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '')
    if (/undefined entity|disallowed character in entity|empty entity name/.test(reason)) {
      return refuse(
        'entity',
        this.parser.line,
        `Eine Entität, die XML nicht kennt (${reason}).`,
        `An entity that XML does not know (${reason}).`,
      )
    }
    if (
      !this.root &&
      /must be|non-whitespace|document must contain|text data outside|disallowed character$/.test(reason)
    ) {
      return notXml(this.parser.line)
    }
    return refuse(
      'not-well-formed',
      this.parser.line,
      `Kein gültiges XML: ${reason}.`,
      `Not well-formed XML: ${reason}.`,
    )
  }
}

const refuse = (code: RefusalCode, line: number, de: string, en: string) =>
  new Refused(code, line, words(de, en))

const tooMany = (line: number, limit: number, de: string, en: string) =>
  refuse('too-large', line, `Mehr als ${limit} ${de}.`, `More than ${limit} ${en}.`)

const NOT_XML: Words = words('Die Datei ist kein XML.', 'The file is not XML.')

const notXml = (line: number) => new Refused('not-xplangml', line, NOT_XML)
