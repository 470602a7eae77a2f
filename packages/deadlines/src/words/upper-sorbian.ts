import type { RestDay } from '../holidays/holidays-in.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One, two, three or four, more: Upper Sorbian counts in four forms. */
function counted(count: number, one: string, two: string, few: string, many: string): string {
  const form = count % 100 === 1 ? one : count % 100 === 2 ? two : [3, 4].includes(count % 100) ? few : many
  return `${count} ${form}`
}
const days = (count: number) => counted(count, 'dźeń', 'dnjej', 'dny', 'dnjow')
const weeks = (count: number) => counted(count, 'tydźeń', 'njedźeli', 'njedźele', 'njedźel')
const months = (count: number) => counted(count, 'měsac', 'měsacaj', 'měsacy', 'měsacow')
const restName = (rest: RestDay): string => {
  if (rest.kind === 'holiday') return upperSorbian.holidays[rest.holiday.key]
  return rest.kind === 'saturday' ? 'sobota' : 'njedźela'
}

/** A draft that awaits a native speaker's reading. */
export const upperSorbian: Vocabulary = {
  locale: 'hsb',
  weekdays: ['Pó', 'Wu', 'Sr', 'Št', 'Pj', 'So', 'Nj'],
  date: (weekday, year, month, day) => `${weekday} ${day}.${month}.${year}`,
  holidays: {
    newYear: 'Nowe lěto',
    epiphany: 'Swjatych třoch kralow',
    womensDay: 'Mjezynarodny dźeń žonow',
    goodFriday: 'Ćichi pjatk',
    easterSunday: 'Jutry, njedźela',
    easterMonday: 'Jutry, póndźela',
    labourDay: 'Dźeń dźěła',
    liberationDay: 'Dźeń wuswobodźenja',
    ascension: 'Bože spěće',
    whitSunday: 'Swjatki, njedźela',
    whitMonday: 'Swjatki, póndźela',
    corpusChristi: 'Bože ćěło',
    peaceFestival: 'Augsburgski měrowy swjedźeń',
    assumption: 'Marijine do njebjes wzaće',
    childrensDay: 'Swětowy dźeń dźěći',
    unity: 'Dźeń němskeje jednoty',
    reformation: 'Reformaciski swjedźeń',
    allSaints: 'Wšěch swjatych',
    repentance: 'Pokutny a modlerski dźeń',
    christmas: '1. dźeń hód',
    secondChristmas: '2. dźeń hód',
  },
  reasons: {
    firstDayCounts: ({ day }, on) => `Prěni dźeń so sobu liči: ${on(day)}.`,
    monthsEnd: ({ months: count, day, shortMonth }, on) =>
      `${months(count)}: kónc ${on(day)}${shortMonth ? ', posledni dźeń krótšeho měsaca' : ''}.`,
    weeksEnd: ({ weeks: count, day }, on) => `${weeks(count)}: kónc ${on(day)}.`,
    daysReached: ({ days: count, day }, on) => `Znajmjeńša ${days(count)}: docpěte ${on(day)}.`,
    authoritySets: ({ day }, on) =>
      `Dołhosć postaji zarjad; dyrbi přiměrjena być. Wubrane: hač do ${on(day)}.`,
    atMost: ({ day }, on) => `Dlěje hač do ${on(day)} zakoń njedowola.`,
    wished: ({ day, reason }, on) =>
      reason ? `Dlěje, hač do ${on(day)}, z tuteje přičiny: ${reason}` : `Dlěje, hač do ${on(day)}.`,
    rolled: ({ from, to, over }, on) =>
      `${on(from)} je ${over.map(restName).join(', potom ')}. Kónc so přesunje na ${on(to)}.`,
    statementsWithDisplay: ({ day }, on) => `Znapřećiwjenja tak dołho kaž wupołoženje: hač do ${on(day)}.`,
    statementsFromFirstDay: ({ weeks: count, day }, on) =>
      `Znapřećiwjenja hač do ${weeks(count)} wot započatka wupołoženja: ${on(day)}. Dźeń započatka so z wěstoty njeliči.`,
    statementsAfterDisplay: ({ weeks: inWeeks, months: inMonths, day }, on) =>
      `Znapřećiwjenja hač do ${inWeeks ? weeks(inWeeks) : months(inMonths)} po kóncu wupołoženja: ${on(day)}.`,
    changesOnly: () => 'Stejišća jenož k změnam a jich wuskutkam.',
    noticeBefore: ({ daysBefore, latest, latestWorkingDay }, on) =>
      `Wozjewjenje je ${days(daysBefore)} do započatka. Najpozdźišo: ${on(latest)}${latestWorkingDay === latest ? '' : `, dźěłowy dźeń do toho: ${on(latestWorkingDay)}`}.`,
    noticeUntil: ({ latest, latestWorkingDay }, on) =>
      `Wozjewjenje najpozdźišo ${on(latest)}${latestWorkingDay === latest ? '' : `, dźěłowy dźeń do toho: ${on(latestWorkingDay)}`}.`,
  },
  findings: {
    notInForce: ({ from, until }, on) =>
      until
        ? `Tuta wersija płaći jenož za jednanja hač do ${on(until)}.`
        : `Tutón předpis płaći za jednanja wot ${on(from)}.`,
    endsBeforeItBegins: ({ wished }, on) => `Posledni dźeń, ${on(wished)}, je do prěnjeho.`,
    tooShort: ({ wished, earliest }, on) =>
      `Hač do ${on(wished)} je překrótko. Zakoń žada znajmjeńša hač do ${on(earliest)}.`,
    tooLong: ({ wished, latest }, on) =>
      `Hač do ${on(wished)} je předołho. Zakoń dowola najwjace hač do ${on(latest)}.`,
    noticeTooLate: ({ notice, latest, weeksBefore }, on) =>
      weeksBefore
        ? `Wozjewjenje ${on(notice)} je přepozdźe: ${weeks(weeksBefore)} do toho rěka najpozdźišo ${on(latest)}.`
        : `Wozjewjenje ${on(notice)} je přepozdźe: dyrbi do započatka być, najpozdźišo ${on(latest)}.`,
    lastDayMissing: () => 'Tu zakoń njeliči: prošu wubjerće posledni dźeń.',
    noticeMissing: () => 'Hdy so wozjewi? Dźeń hišće pobrachuje.',
    longerThanAsked: ({ wished, asked }, on) =>
      `Hač do ${on(wished)} je dlěje hač žadane (${on(asked)}). Prošu podajće přičinu; so do akty zapisa.`,
    overUsual: ({ latest }, on) => `Z prawidła njema čas dlěši być hač do ${on(latest)}.`,
    longerThanAYear: ({ days: count }) => `${days(count)}: Je lěto prawe?`,
    notShortened: ({ days: count }) =>
      `Wospjetne wobdźělenje ma přiměrjenje krótše być hač prěnje; tu je to ${days(count)}.`,
    veryShort: ({ days: count }) =>
      `${days(count)} je mało. Hač je to přiměrjene, rozsudźiće wy; sudnistwo móže to přepruwować.`,
    noticeUnderAWeek: ({ daysBefore }) =>
      `Jenož ${days(daysBefore)} mjez wozjewjenjom a započatkom. Zakoń tydźeń hižo nježada, waše hłowne wustawki snano.`,
    uvpNewText: () =>
      'Čas za wuprajenja po nowym UVPG hišće wěsće wułoženy njeje. Prošu dajće to prawniscy přepruwować.',
    beginsOnRestDay: ({ rest: day }, on) =>
      `Prěni dźeń, ${on(day.day)}, njeje dźěłowy dźeń. W interneće to nješkodźi; podłožki na městnje su hakle po tym widźeć.`,
    perhapsHoliday: ({ rest: day }, on) =>
      `Hač je ${on(day.day)} pola was swjaty dźeń, wotwisuje wot gmejny. Ličene je z pozdźišim kóncom; to nikomu nješkodźi.`,
  },
}
