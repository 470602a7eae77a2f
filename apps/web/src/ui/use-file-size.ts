import { useI18n } from 'vue-i18n'

/** Sizes as people know them from their own device: decimal, in the reader's language. */
export function useFileSize() {
  const { n } = useI18n()
  const sizeInWords = (bytes: number) =>
    bytes >= 1_000_000
      ? `${n(bytes / 1_000_000, { maximumFractionDigits: 1 })} MB`
      : `${n(Math.max(1, Math.round(bytes / 1000)))} kB`
  const typeInWords = (fileName: string) => fileName.split('.').pop()!.toUpperCase()
  return { sizeInWords, typeInWords }
}
