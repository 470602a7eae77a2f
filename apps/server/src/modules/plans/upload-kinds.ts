import { Readable } from 'node:stream'
import { LIMITS, type UploadPurpose } from '@mitsprache/terms'
import { inspectPdf } from './inspect-pdf.ts'
import { inspectPlanPicture } from './inspect-plan-picture.ts'
import { repaint } from './inspect-picture.ts'
import { kindOfFile } from './kind-of-file.ts'
import { inspectPlanData } from './plan-data/index.ts'

/** Why a file is not kept although it arrived whole; `facts` fill the sentence that the sender reads. */
export type FileRefusal = { code: string; facts: { name: string; value: string }[] }

/** What a file turned out to be. */
export type Inspected = {
  mediaType: string
  pages: number | null
  /** What is kept instead of what was sent, such as a picture without the place where it was taken. */
  instead?: AsyncIterable<Uint8Array>
  /** The name with the ending of what it is, where it came with another. */
  fileName?: string
}

/** One kind of file: what it may be called, how large it may be, and who looks into it. */
export type UploadKind = {
  /** Without the dot, in lower case; a name that ends otherwise is no file of this kind. */
  extensions: readonly string[]
  /** The problem of the field `fileName` when its ending is another. */
  wrongName: string
  mostBytes: number
  /** By the content alone, before anything is registered; the name counts for nothing here. */
  inspect(path: string, fileName: string): Promise<Inspected | FileRefusal>
}

export const isFileRefusal = (verdict: Inspected | FileRefusal): verdict is FileRefusal => 'code' in verdict

/** The kinds of file that can be sent, by what they are for. */
export const UPLOAD_KINDS: Partial<Record<UploadPurpose, UploadKind>> = {
  planDocument: {
    extensions: ['pdf'],
    wrongName: 'notAPdf',
    mostBytes: LIMITS.documentSizeBytes,
    async inspect(path) {
      const verdict = await inspectPdf(path)
      return 'code' in verdict ? verdict : { mediaType: 'application/pdf', pages: verdict.pages }
    },
  },
  planPicture: {
    extensions: ['pdf', 'png', 'jpg', 'jpeg', 'webp', 'tif', 'tiff'],
    wrongName: 'notAPlanPicture',
    mostBytes: LIMITS.planPictureSizeBytes,
    inspect: inspectPlanPicture,
  },
  planData: {
    extensions: ['gml', 'xml', 'zip', 'geojson', 'json', 'gpkg'],
    wrongName: 'notPlanData',
    mostBytes: LIMITS.planDataSizeBytes,
    inspect: inspectPlanData,
  },
  tenantLogo: {
    extensions: ['png', 'jpg', 'jpeg', 'webp'],
    wrongName: 'notAPicture',
    mostBytes: LIMITS.logoSizeBytes,
    async inspect(path, name) {
      const { kind, detected } = await kindOfFile(path)
      if (kind !== 'jpeg' && kind !== 'png' && kind !== 'webp')
        return { code: 'NotAPicture', facts: [{ name: 'detected', value: detected }] }
      return painted(path, name, kind)
    },
  },
  contributionFile: {
    extensions: ['jpg', 'jpeg', 'png', 'webp', 'heic', 'heif', 'pdf'],
    wrongName: 'notAPictureOrPdf',
    mostBytes: LIMITS.fileSizeBytes,
    async inspect(path, name) {
      const { kind, detected } = await kindOfFile(path)
      if (kind === 'pdf') {
        const verdict = await inspectPdf(path)
        if ('code' in verdict) return verdict
        return { mediaType: 'application/pdf', pages: verdict.pages, fileName: withEnding(name, ['pdf']) }
      }
      if (kind !== 'jpeg' && kind !== 'png' && kind !== 'webp')
        return {
          code: 'NotAPictureOrPdf',
          facts: [
            { name: 'kind', value: kind },
            { name: 'detected', value: detected },
          ],
        }
      return painted(path, name, kind)
    },
  },
}

/** A picture as it is kept: its pixels and nothing else. */
async function painted(
  path: string,
  name: string,
  kind: 'jpeg' | 'png' | 'webp',
): Promise<Inspected | FileRefusal> {
  const picture = await repaint(path, kind)
  if ('code' in picture) return picture
  return {
    mediaType: `image/${kind}`,
    pages: null,
    instead: Readable.from([picture]),
    fileName: withEnding(name, kind === 'jpeg' ? ['jpg', 'jpeg'] : [kind]),
  }
}

/** @param endings of the kind of file, the usual one first. */
function withEnding(name: string, endings: readonly string[]): string {
  const [, stem, ending] = /^(.*)\.([^.]*)$/su.exec(name)!
  return endings.includes(ending!.toLowerCase()) ? name : `${stem}.${endings[0]}`
}

export const uploadKind = (purpose: string): UploadKind | undefined =>
  Object.hasOwn(UPLOAD_KINDS, purpose) ? UPLOAD_KINDS[purpose as UploadPurpose] : undefined
