import { computed } from 'vue'

export type FieldWords = {
  id: string
  label: string
  hint?: string
  error?: string | null
  optional?: boolean
}

/** Ids that tie a field to its hint and its error, for screen readers. */
export function useFieldIds(field: Pick<FieldWords, 'id' | 'hint' | 'error'>) {
  const hintId = `${field.id}-hint`
  const errorId = `${field.id}-error`
  const describedBy = computed(
    () => [field.error && errorId, field.hint && hintId].filter(Boolean).join(' ') || undefined,
  )
  return { hintId, errorId, describedBy }
}
