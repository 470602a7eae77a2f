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
}

/** The documents a feature refers to, at any depth: they may hang on the plan, on a text or on an object. */
export function documentsOf(
  feature: XmlElement,
  owner: string,
  attachments: readonly Attachment[] | null,
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
  for (const property of feature.children) look(property, 0)
  return documents
}

function documentOf(
  element: XmlElement,
  property: string,
  owner: string,
  attachments: readonly Attachment[] | null,
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
function placeOf(url: string | null, attachments: readonly Attachment[] | null): Where {
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
  const wanted = path.toLowerCase()
  const found =
    attachments.find((attachment) => attachment.path === path) ??
    attachments.find((attachment) => attachment.path.toLowerCase() === wanted) ??
    attachments.find((attachment) => attachment.path.toLowerCase().endsWith(`/${wanted}`))
  return found ? { where: 'archive', archivePath: found.path } : nowhere('missing')
}

/** Whether an element describes a document somewhere below itself; used to leave cheap features alone. */
export const mentionsDocuments = (feature: XmlElement): boolean => {
  for (const element of walk(feature)) if (element.name === 'referenzURL') return true
  return false
}
