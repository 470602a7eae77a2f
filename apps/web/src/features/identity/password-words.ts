type Translate = (key: string, named?: Record<string, unknown>) => string

/** Why a new password will not do, in a sentence that says what to do. */
export function passwordProblemText(
  t: Translate,
  field: { problem: string; limit?: number | null } | undefined,
): string {
  if (field?.problem === 'tooShort') return t('identity.passwordShort', { n: field.limit ?? 12 })
  if (field?.problem === 'tooLong') return t('identity.passwordLong', { n: field.limit ?? 256 })
  return t('identity.passwordCommon')
}
