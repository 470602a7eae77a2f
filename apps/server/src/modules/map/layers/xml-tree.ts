import { SaxesParser } from 'saxes'

/** An element without its prefix, its text, and what is in it. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  text: string
  children: XmlElement[]
}

const ELEMENTS_MOST = 200_000
const DEPTH_MOST = 60

/**
 * Reads XML of unknown origin: entities that a document declares are not resolved, and there is a limit to how much
 * and how deep it may be.
 *
 * @returns the root, or null when it is no such document.
 */
export function readXml(text: string): XmlElement | null {
  const parser = new SaxesParser({ xmlns: false, position: false, fragment: false })
  const above: XmlElement[] = []
  let root: XmlElement | null = null
  let elements = 0
  parser.on('error', (fault) => {
    throw fault
  })
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1
    if (elements > ELEMENTS_MOST || above.length >= DEPTH_MOST) throw new Error('Too much of it.')
    const element: XmlElement = { name: bare(name), attributes: { ...attributes }, text: '', children: [] }
    const parent = above.at(-1)
    if (parent) parent.children.push(element)
    else root ??= element
    above.push(element)
  })
  parser.on('text', (part) => {
    const here = above.at(-1)
    if (here) here.text += part
  })
  parser.on('cdata', (part) => {
    const here = above.at(-1)
    if (here) here.text += part
  })
  parser.on('closetag', () => void above.pop())
  try {
    parser.write(text).close()
    return root
  } catch {
    return null
  }
}

const bare = (name: string) => name.slice(name.indexOf(':') + 1)

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

export const at = (element: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((here, name) => childrenOf(here, name)[0], element)

export const textAt = (element: XmlElement | undefined, ...path: string[]): string =>
  at(element, ...path)?.text.trim() ?? ''
