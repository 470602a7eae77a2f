import type { Findings } from '../findings.ts'
import { PLAN_CODES } from '../words/codes-plan.ts'
import { textOf, walk, type XmlElement } from '../xml/element.ts'
import type { Attachment, CodedValue, PlanDocument } from './reading.ts'

/** Properties of XPlanGML 4 whose name says what later versions say by a code. */
const TYPE_BY_PROPERTY: Readonly<Record<string, string>> = {
  refBeschreibung: '1000',
  refBegruendung: '1010',
  refLegende: '1020',
  refRechtsplan: '1030',
  refPlangrundlage: '1040',
  refUmweltbericht: '1050',
  refSatzung: '1060',
  refKoordinatenListe: '2000',
  refGrundstuecksverzeichnis: '2100',
  refPflanzliste: '2200',
  refGruenordnungsplan: '2300',
  refErschliessungsvertrag: '2400',
  refScan: '1070',
  rechtsverbindlich: '9998',
  informell: '9999',
}

/** The files beside a plan, by every name under which a plan may speak of them. */
export class AttachmentIndex {
  private readonly paths = new Map<string, string>()

  constructor(attachments: readonly Attachment[]) {
    // The name alone counts least: a link often forgets the folder, and exactly the same path goes before all.
    for (const { path } of attachments)
      this.paths.set(path.slice(path.lastIndexOf('/') + 1).toLowerCase(), path)
    for (const { path } of attachments) this.paths.set(path.toLowerCase(), path)
    for (const { path } of attachments) this.paths.set(path, path)
  }

  find(path: string): string | null {
    return this.paths.get(path) ?? this.paths.get(path.toLowerCase()) ?? null
  }
}

const DOCUMENT_PARTS = new Set(['referenzURL', 'referenzName', 'georefURL'])

const isDocument = (element: XmlElement): boolean =>
  element.children.some(({ name }) => DOCUMENT_PARTS.has(name))

/** The documents a feature refers to, at any depth: they may hang on the plan, on a text or on an object. */
export function documentsOf(
  feature: XmlElement,
  owner: string,
  attachments: AttachmentIndex | null,
  findings: Findings,
): PlanDocument[] {
  const documents: PlanDocument[] = []
  const look = (property: XmlElement, depth: number) => {
    for (const type of property.children) {
      if (
        type.children.some(
          ({ name }) => name === 'referenzURL' || name === 'referenzName' || name === 'georefURL',
        )
      ) {
        documents.push(documentOf(type, property.name, owner, attachments, findings))
      } else if (depth < 3) for (const inner of type.children) look(inner, depth + 1)
    }
  }
  // Early versions let a document be an object of its own that others link to.
  if (isDocument(feature)) documents.push(documentOf(feature, '', owner, attachments, findings))
  else for (const property of feature.children) look(property, 0)
  return documents
}

function documentOf(
  element: XmlElement,
  property: string,
  owner: string,
  attachments: AttachmentIndex | null,
  findings: Findings,
): PlanDocument {
  const url = textOf(element, 'referenzURL')
  const { where, archivePath } = placeOf(url, attachments)
  if (where === 'missing')
    findings.tell('document-missing', { line: element.line, objectId: owner, detail: url ?? '' })
  if (where === 'unsafe') {
    findings.tell('document-path-unsafe', {
      line: element.line,
      objectId: owner,
      detail: (url ?? '').slice(0, 200),
    })
  }
  const code = textOf(element, 'typ') ?? TYPE_BY_PROPERTY[property]
  const type: CodedValue | null = code
    ? { code, words: PLAN_CODES.externeReferenzTyp.get(code) ?? null }
    : null
  return {
    name: textOf(element, 'referenzName'),
    type,
    url,
    on: textOf(element, 'datum'),
    description: textOf(element, 'beschreibung'),
    mediaType: textOf(element, 'referenzMimeType'),
    where,
    archivePath,
    owner,
    line: element.line,
  }
}

type Where = Pick<PlanDocument, 'where' | 'archivePath'>

/** A link is followed into the archive by its name only, never to a path of this machine. */
function placeOf(url: string | null, attachments: AttachmentIndex | null): Where {
  const nowhere = (where: Where['where']): Where => ({ where, archivePath: null })
  if (!url) return nowhere('unknown')
  if (/^https?:\/\//i.test(url)) return nowhere('web')
  let path = url.trim().replaceAll('\\', '/')
  try {
    path = decodeURIComponent(path)
  } catch {
    // A percent sign that belongs to the name.
  }
  path = path.replace(/^\.\//, '')
  if (/^[a-z][a-z\d+.-]*:|^\/|(^|\/)\.\.(\/|$)|\0/i.test(path)) return nowhere('unsafe')
  if (!attachments) return nowhere('unknown')
  const found = attachments.find(path)
  return found === null ? nowhere('missing') : { where: 'archive', archivePath: found }
}

/** Whether an element describes a document somewhere below itself; used to leave cheap features alone. */
export const mentionsDocuments = (feature: XmlElement): boolean => {
  for (const element of walk(feature)) if (DOCUMENT_PARTS.has(element.name)) return true
  return false
}
