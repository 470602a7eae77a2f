import { LIMITS } from '@mitsprache/terms'
import { tell } from '../../api/ask.ts'
import { BeginLogoUploadDocument } from '../../gql/graphql.ts'

export type LogoSent = { uploadId: string } | { problem: LogoProblem }
export type LogoProblem = 'notAPicture' | 'tooLarge' | 'damaged' | 'full' | 'tooMany' | 'offline'

/** Sends a picture in one piece: a logo is small. It is looked into and painted anew before anybody sees it. */
export async function sendLogo(tenant: string, file: File): Promise<LogoSent> {
  if (file.size > LIMITS.logoSizeBytes) return { problem: 'tooLarge' }
  const input = { purpose: 'tenantLogo', fileName: file.name, sizeBytes: file.size }
  const { data } = await tell(BeginLogoUploadDocument, { tenant, input })
  const answer = data?.beginUpload
  if (!answer) return { problem: 'offline' }
  if (answer.__typename === 'QuotaReached') return { problem: 'full' }
  if (answer.__typename === 'TooManyAttempts') return { problem: 'tooMany' }
  if (answer.__typename === 'InputRefused')
    return { problem: answer.fields[0]?.field === 'fileName' ? 'notAPicture' : 'tooLarge' }
  const response = await fetch(answer.url, {
    method: 'PUT',
    headers: { 'Upload-Secret': answer.secret, 'Content-Type': 'application/octet-stream' },
    body: file,
  }).catch(() => null)
  if (!response) return { problem: 'offline' }
  if (response.ok) return { uploadId: answer.id }
  const body = (await response.json().catch(() => null)) as { code?: string } | null
  if (body?.code === 'NotAPicture') return { problem: 'notAPicture' }
  return { problem: response.status === 422 ? 'damaged' : 'offline' }
}
