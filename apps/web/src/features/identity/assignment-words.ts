import { useI18n } from 'vue-i18n'
import type { Role } from '../../gql/graphql.ts'
import { useLanguage } from '../../ui/language.ts'
import type { ProcedureChoice } from './assignment.ts'

/** "Planning, moderation" or "Planning, only for: Mühlgraben". */
export function useAssignmentWords(procedures: () => readonly ProcedureChoice[]) {
  const { t } = useI18n()
  const { read } = useLanguage()
  return ({ roles, procedureIds }: { roles: readonly Role[]; procedureIds?: readonly string[] | null }) => {
    const words = roles.map((role) => t(`workbench.role_${role}`)).join(', ')
    if (!procedureIds) return words
    const titles = procedures().flatMap(({ id, title }) => (procedureIds.includes(id) ? [read(title)] : []))
    return t('identity.onlyFor', { roles: words, titles: titles.join('; ') })
  }
}
