import { useI18n } from 'vue-i18n'
import type { StaffRowFragment } from '../../gql/graphql.ts'
import { dayOf, daysBetween } from '../../ui/dates.ts'
import { useDeskDates } from '../../ui/desk-dates.ts'
import { elapsed } from './procedure-groups.ts'

const SOON_DAYS = 10

/** A deadline as words, as a date with weekday, and as how much of it is over. */
export function useDeadlineWords() {
  const { t } = useI18n()
  const { weekDate, weekDateYear } = useDeskDates()

  return (row: StaffRowFragment, now: Date) => {
    const { startsOn, endsOn } = row
    const today = dayOf(now)
    if (!startsOn || !endsOn) return { first: t('workbench.noPeriod'), then: '', part: null, soon: false }
    const near = (day: string) => (day.slice(0, 4) === today.slice(0, 4) ? weekDate(day) : weekDateYear(day))
    if (!row.published)
      return {
        first: t('workbench.planned', { from: near(startsOn), to: near(endsOn) }),
        then: '',
        part: null,
        soon: false,
      }
    if (row.roundState === 'planned')
      return {
        first: t('workbench.opensIn', daysBetween(today, startsOn)),
        then: t('workbench.on', { day: near(startsOn) }),
        part: null,
        soon: false,
      }
    const left = daysBetween(today, endsOn)
    if (row.roundState === 'closed')
      return {
        first: t('workbench.overSince', Math.max(1, -left)),
        then: t('workbench.was', { day: near(endsOn) }),
        part: null,
        soon: false,
      }
    return {
      first: left <= 0 ? t('workbench.lastDayToday') : t('workbench.daysLeft', left),
      then: t('workbench.until', { day: near(endsOn) }),
      part: elapsed(startsOn, endsOn, today),
      soon: left <= SOON_DAYS,
    }
  }
}
