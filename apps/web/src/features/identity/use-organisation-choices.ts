import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { PeopleQuery } from '../../gql/graphql.ts'

type Organisations = PeopleQuery['people']['organisations']

/** The organisations to choose from, and none of them first. */
export function useOrganisationChoices(organisations: () => Organisations) {
  const { t } = useI18n()
  return computed(() => [
    { value: '', label: t('identity.organisationNone') },
    ...organisations().map(({ id, name }) => ({ value: id, label: name })),
  ])
}
