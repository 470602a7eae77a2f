import type { XmlElement } from '../xml/element.ts'

/** Texts of a property, however it is nested: `<zweckbestimmung>1000</…>` or wrapped in a type of its own. */
export function valuesOf(object: XmlElement, ...names: string[]): string[] {
  const values: string[] = []
  for (const child of object.children) {
    if (!names.includes(child.name)) continue
    if (child.children.length === 0) {
      if (child.text) values.push(child.text)
    } else {
      // XPlanGML 6 puts a code and its refinements together: allgemein, detail, textlicheErgaenzung.
      for (const wrapped of child.children) {
        const inner = wrapped.children.find(
          ({ name, text }) => text && /^(allgemein|typ|massnahme|klassifizMassnahme)$/.test(name),
        )
        if (inner) values.push(inner.text)
      }
    }
  }
  return values
}

export const valueOf = (object: XmlElement, ...names: string[]): string | null =>
  valuesOf(object, ...names)[0] ?? null

export function numberOf(object: XmlElement, name: string): number | null {
  const text = valueOf(object, name)
  if (text === null) return null
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : null
}
