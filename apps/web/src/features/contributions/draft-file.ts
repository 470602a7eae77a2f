import { LIMITS } from '@mitsprache/terms'

export type UploadTicket = { id: string; url: string; secret: string; expiresAt: string }

/** A file of a draft: what is known of it. Its content lies beside the draft, on the same device. */
export type DraftFile = {
  id: string
  name: string
  type: string
  sizeBytes: number
  alt: string
  /** Where it is sent to, once it is under way; kept, so that a broken line costs only what had not arrived. */
  ticket: UploadTicket | null
  /** It is there and found good. */
  sent: boolean
  /** Why the server does not take it, as a key of the texts. */
  problem: FileProblem | null
}

export const FILE_PROBLEMS = [
  'empty',
  'tooLarge',
  'tooMany',
  'kind_svg',
  'kind_archive',
  'kind_office',
  'kind_heic',
  'kind_other',
  'PdfEncrypted',
  'PdfDamaged',
  'PdfTooComplex',
  'PictureDamaged',
  'PictureTooLarge',
  'PictureTooComplex',
  'Infected',
  'lost',
  'other',
] as const
export type FileProblem = (typeof FILE_PROBLEMS)[number]

/** What can be chosen in the browser's dialogue. Without HEIC: a telephone then hands over a JPEG by itself. */
export const ACCEPTED = 'image/jpeg,image/png,image/webp,application/pdf,.jpg,.jpeg,.png,.webp,.pdf'

const KIND_BY_ENDING: Record<string, FileProblem | null> = {
  jpg: null,
  jpeg: null,
  png: null,
  webp: null,
  pdf: null,
  heic: 'kind_heic',
  heif: 'kind_heic',
  svg: 'kind_svg',
}
const ARCHIVES = ['zip', 'rar', '7z', 'gz', 'tar']
const OFFICE = ['doc', 'docx', 'odt', 'rtf', 'xls', 'xlsx', 'ods', 'ppt', 'pptx', 'odp']

/** What can be said at once, before anything is sent; the server looks into the content. */
export function problemOfFile(name: string, sizeBytes: number, filesAlready: number): FileProblem | null {
  if (filesAlready >= LIMITS.filesPerContribution) return 'tooMany'
  const ending = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (ARCHIVES.includes(ending)) return 'kind_archive'
  if (OFFICE.includes(ending)) return 'kind_office'
  const problem = Object.hasOwn(KIND_BY_ENDING, ending) ? KIND_BY_ENDING[ending]! : 'kind_other'
  if (problem) return problem
  if (sizeBytes === 0) return 'empty'
  return sizeBytes > LIMITS.fileSizeBytes ? 'tooLarge' : null
}

/** The server's refusal of a content as a key of the texts. */
export function problemOfRefusal(code: string | null, kind: string | undefined): FileProblem {
  const wanted = code === 'NotAPictureOrPdf' ? `kind_${kind ?? 'other'}` : code
  return FILE_PROBLEMS.find((known) => known === wanted) ?? 'other'
}

export const isPicture = (type: string) => type.startsWith('image/')
