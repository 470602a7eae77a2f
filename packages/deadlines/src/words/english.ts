import type { RestDay } from '../holidays/holidays-in.ts'
import { plural, type Vocabulary } from './vocabulary.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const days = (count: number) => plural(count, 'day', 'days')
const weeks = (count: number) => plural(count, 'week', 'weeks')
const months = (count: number) => plural(count, 'month', 'months')
const restName = (rest: RestDay): string => {
  if (rest.kind === 'holiday') return english.holidays[rest.holiday.key]
  return rest.kind === 'saturday' ? 'a Saturday' : 'a Sunday'
}

export const english: Vocabulary = {
  locale: 'en',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  date: (weekday, year, month, day) => `${weekday} ${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`,
  holidays: {
    newYear: 'New Year’s Day',
    epiphany: 'Epiphany',
    womensDay: 'International Women’s Day',
    goodFriday: 'Good Friday',
    easterSunday: 'Easter Sunday',
    easterMonday: 'Easter Monday',
    labourDay: 'Labour Day',
    liberationDay: 'Liberation Day',
    ascension: 'Ascension Day',
    whitSunday: 'Whit Sunday',
    whitMonday: 'Whit Monday',
    corpusChristi: 'Corpus Christi',
    peaceFestival: 'Augsburg Peace Festival',
    assumption: 'Assumption Day',
    childrensDay: 'World Children’s Day',
    unity: 'Day of German Unity',
    reformation: 'Reformation Day',
    allSaints: 'All Saints’ Day',
    repentance: 'Day of Repentance and Prayer',
    christmas: 'Christmas Day',
    secondChristmas: 'Boxing Day',
  },
  reasons: {
    firstDayCounts: ({ day }, on) => `The first day counts: ${on(day)}.`,
    monthsEnd: ({ months: count, day, shortMonth }, on) =>
      `${months(count)} ${count === 1 ? 'ends' : 'end'} on ${on(day)}${shortMonth ? ', the last day of the shorter month' : ''}.`,
    weeksEnd: ({ weeks: count, day }, on) => `${weeks(count)} ${count === 1 ? 'ends' : 'end'} on ${on(day)}.`,
    daysReached: ({ days: count, day }, on) => `At least ${days(count)}: reached on ${on(day)}.`,
    authoritySets: ({ day }, on) =>
      `The authority sets the length; it must be appropriate. Chosen: until ${on(day)}.`,
    atMost: ({ day }, on) => `The law allows no longer than until ${on(day)}.`,
    wished: ({ day, reason }, on) =>
      reason ? `Longer, until ${on(day)}, for this reason: ${reason}` : `Longer, until ${on(day)}.`,
    rolled: ({ from, to, over }, on) =>
      `${on(from)} is ${over.map(restName).join(', then ')}. The end moves to ${on(to)}.`,
    statementsWithDisplay: ({ day }, on) => `Objections as long as the display: until ${on(day)}.`,
    statementsFromFirstDay: ({ weeks: count, day }, on) =>
      `Objections until ${weeks(count)} from the beginning of the display: ${on(day)}. To be on the safe side, the day of the beginning is not counted.`,
    statementsAfterDisplay: ({ weeks: inWeeks, months: inMonths, day }, on) =>
      `Objections until ${inWeeks ? weeks(inWeeks) : months(inMonths)} after the end of the display: ${on(day)}.`,
    changesOnly: () => 'Statements on the changes and their effects only.',
    noticeBefore: ({ daysBefore, latest, latestWorkingDay }, on) =>
      `The notice is ${days(daysBefore)} ahead of the beginning. At the latest: ${on(latest)}${latestWorkingDay === latest ? '' : `, the working day before: ${on(latestWorkingDay)}`}.`,
    noticeUntil: ({ latest, latestWorkingDay }, on) =>
      `Notice at the latest on ${on(latest)}${latestWorkingDay === latest ? '' : `, the working day before: ${on(latestWorkingDay)}`}.`,
  },
  findings: {
    notInForce: ({ from, until }, on) =>
      until
        ? `This text of the law is for procedures until ${on(until)} only.`
        : `This provision is for procedures from ${on(from)} on.`,
    endsBeforeItBegins: ({ wished }, on) => `The last day, ${on(wished)}, comes before the first.`,
    tooShort: ({ wished, earliest }, on) =>
      `Until ${on(wished)} is too short. The law asks for ${on(earliest)} at least.`,
    tooLong: ({ wished, latest }, on) =>
      `Until ${on(wished)} is too long. The law allows ${on(latest)} at most.`,
    noticeTooLate: ({ notice, latest, weeksBefore }, on) =>
      weeksBefore
        ? `A notice on ${on(notice)} is too late: ${weeks(weeksBefore)} ahead means ${on(latest)} at the latest.`
        : `A notice on ${on(notice)} is too late: it must come before the beginning, on ${on(latest)} at the latest.`,
    lastDayMissing: () => 'Here the law does not compute: please choose the last day.',
    noticeMissing: () => 'When will it be announced? The day is still missing.',
    longerThanAsked: ({ wished, asked }, on) =>
      `Until ${on(wished)} is longer than asked for (${on(asked)}). Please give the reason; it goes on file.`,
    overUsual: ({ latest }, on) => `As a rule the period shall not last longer than until ${on(latest)}.`,
    longerThanAYear: ({ days: count }) => `${days(count)}: is the year right?`,
    notShortened: ({ days: count }) =>
      `A renewed participation shall be appropriately shorter than the first; this one has ${days(count)}.`,
    veryShort: ({ days: count }) =>
      `${days(count)} are short. Whether that is appropriate is for you to decide, and for a court to review.`,
    noticeUnderAWeek: ({ daysBefore }) =>
      `Only ${days(daysBefore)} between notice and beginning. The law no longer asks for a week; your main statute may.`,
    uvpNewText: () =>
      'How the new UVPG sets the period for statements is not settled. Please have a lawyer look at it.',
    beginsOnRestDay: ({ rest: day }, on) =>
      `The first day, ${on(day.day)}, is not a working day. On the internet that does no harm; documents on site can be seen only after it.`,
    perhapsHoliday: ({ rest: day }, on) =>
      `Whether ${on(day.day)} is a holiday with you depends on the municipality. The later end is taken; that harms nobody.`,
  },
}
