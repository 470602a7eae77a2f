import { ref } from 'vue'
import type { FileFactsFragment } from '../../gql/graphql.ts'
import { isPicture } from './draft-file.ts'
import { usePictures } from './use-pictures.ts'

/**
 * Opens files of one's own contribution. The secret travels in a header: in an address it would end up in
 * histories and logs.
 */
export function useOwnFiles(files: () => FileFactsFragment[], secret: () => string) {
  const failed = ref('')

  async function load(path: string): Promise<Blob | null> {
    try {
      const answer = await fetch(path, { headers: { 'Contribution-Secret': secret() }, credentials: 'omit' })
      return answer.ok ? await answer.blob() : null
    } catch {
      return null
    }
  }
  const pictures = usePictures(
    () =>
      files()
        .filter(({ mediaType }) => isPicture(mediaType))
        .map(({ id }) => id),
    (id) => load(`/files/${id}?width=320`),
  )

  async function save({ id, fileName }: FileFactsFragment) {
    failed.value = ''
    const content = await load(`/files/${id}`)
    if (!content) {
      failed.value = fileName
      return
    }
    const url = URL.createObjectURL(content)
    const anchor = document.createElement('a')
    anchor.href = url
    anchor.download = fileName
    anchor.click()
    window.setTimeout(() => URL.revokeObjectURL(url), 1000)
  }
  return { pictures, failed, save }
}
