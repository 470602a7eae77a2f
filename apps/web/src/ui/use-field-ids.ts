import { computed } from 'vue'

/** Ids that tie a field to its hint and its error, for screen readers. */
export function useFieldIds(field: { id: string; hint?: string; error?: string | null }) {
  const hintId = `${field.id}-hint`
  const errorId = `${field.id}-error`
  const describedBy = computed(
    () => [field.error && errorId, field.hint && hintId].filter(Boolean).join(' ') || undefined,
  )
  return { hintId, errorId, describedBy }
}
