/** Which vocabulary an element belongs to. Prefixes differ between files, so they say nothing. */
export type Space = 'xplan' | 'gml' | 'other'

/** One element of the file, kept small: white space is gone and lists of coordinates are numbers already. */
export interface XmlElement {
  /** local name, without its prefix */
  readonly name: string
  readonly space: Space
  /** 1-based line of the start tag */
  readonly line: number
  readonly attributes: Readonly<Record<string, string>> | null
  children: XmlElement[]
  text: string
  /** of pos, posList and coordinates; a text that is no list of numbers is left as text */
  numbers: Float64Array | null
}

/** The value of an attribute by its local name: `gml:id`, `fid` and `id` are told apart by the caller. */
export const attribute = (element: XmlElement, name: string): string | null =>
  element.attributes?.[name] ?? null

export const childrenNamed = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name)

export const childNamed = (element: XmlElement, name: string): XmlElement | null =>
  element.children.find((child) => child.name === name) ?? null

/** The trimmed text of a child, or null when it is not there or empty. */
export const textOf = (element: XmlElement, name: string): string | null => {
  const text = childNamed(element, name)?.text.trim()
  return text ? text : null
}

/** gml:id of GML 3, fid of GML 2. */
export const idOf = (element: XmlElement): string | null =>
  attribute(element, 'id') ?? attribute(element, 'fid') ?? null

/** What xlink:href points to, or null. */
export const hrefOf = (element: XmlElement): string | null => attribute(element, 'href')

/** Elements below an element, itself first, in the order of the file. */
export function* walk(element: XmlElement): Generator<XmlElement> {
  const waiting = [element]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next
    for (let index = next.children.length - 1; index >= 0; index--) waiting.push(next.children[index]!)
  }
}
