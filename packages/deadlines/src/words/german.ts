import type { RestDay } from '../holidays/holidays-in.ts'
import { plural, type Vocabulary } from './vocabulary.ts'

const days = (count: number) => plural(count, 'Tag', 'Tage')
const weeksLong = [
  '',
  'Eine Woche',
  'Zwei Wochen',
  'Drei Wochen',
  'Vier Wochen',
  'Fünf Wochen',
  'Sechs Wochen',
]
const monthsLong = ['', 'Ein Monat', 'Zwei Monate', 'Drei Monate']
const restName = (rest: RestDay): string => {
  if (rest.kind === 'holiday') return german.holidays[rest.holiday.key]
  return rest.kind === 'saturday' ? 'Samstag' : 'Sonntag'
}

export const german: Vocabulary = {
  locale: 'de',
  weekdays: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
  date: (weekday, year, month, day) => `${weekday} ${day}.${month}.${year}`,
  holidays: {
    newYear: 'Neujahr',
    epiphany: 'Heilige Drei Könige',
    womensDay: 'Internationaler Frauentag',
    goodFriday: 'Karfreitag',
    easterSunday: 'Ostersonntag',
    easterMonday: 'Ostermontag',
    labourDay: 'Tag der Arbeit',
    liberationDay: 'Tag der Befreiung',
    ascension: 'Christi Himmelfahrt',
    whitSunday: 'Pfingstsonntag',
    whitMonday: 'Pfingstmontag',
    corpusChristi: 'Fronleichnam',
    peaceFestival: 'Augsburger Friedensfest',
    assumption: 'Mariä Himmelfahrt',
    childrensDay: 'Weltkindertag',
    unity: 'Tag der Deutschen Einheit',
    reformation: 'Reformationstag',
    allSaints: 'Allerheiligen',
    repentance: 'Buß- und Bettag',
    christmas: '1. Weihnachtstag',
    secondChristmas: '2. Weihnachtstag',
  },
  reasons: {
    firstDayCounts: ({ day }, on) => `Der erste Tag zählt mit: ${on(day)}.`,
    monthsEnd: ({ months, day, shortMonth }, on) =>
      `${monthsLong[months] ?? `${months} Monate`} ${months === 1 ? 'endet' : 'enden'} am ${on(day)}${shortMonth ? ', dem letzten Tag des kürzeren Monats' : ''}.`,
    weeksEnd: ({ weeks, day }, on) =>
      `${weeksLong[weeks] ?? `${weeks} Wochen`} ${weeks === 1 ? 'endet' : 'enden'} am ${on(day)}.`,
    daysReached: ({ days: count, day }, on) => `Mindestens ${days(count)}: erreicht am ${on(day)}.`,
    authoritySets: ({ day }, on) =>
      `Die Länge bestimmt die Behörde; sie muss angemessen sein. Gewählt: bis ${on(day)}.`,
    atMost: ({ day }, on) => `Länger als bis ${on(day)} erlaubt das Gesetz nicht.`,
    wished: ({ day, reason }, on) =>
      reason ? `Länger, bis ${on(day)}, aus diesem Grund: ${reason}` : `Länger, bis ${on(day)}.`,
    rolled: ({ from, to, over }, on) =>
      `${on(from)} ist ${over.map(restName).join(', dann ')}. Das Ende rückt auf ${on(to)}.`,
    statementsWithDisplay: ({ day }, on) => `Einwendungen so lange wie die Auslegung: bis ${on(day)}.`,
    statementsFromFirstDay: ({ weeks, day }, on) =>
      `Einwendungen bis ${weeks} Wochen ab dem Beginn der Auslegung: ${on(day)}. Der Tag des Beginns ist vorsorglich nicht mitgezählt.`,
    statementsAfterDisplay: ({ weeks, months, day }, on) =>
      `Einwendungen bis ${weeks ? `${weeks} Wochen` : months === 1 ? 'einen Monat' : `${months} Monate`} nach dem Ende der Auslegung: ${on(day)}.`,
    changesOnly: () => 'Stellungnahmen nur zu den Änderungen und ihren Auswirkungen.',
    noticeBefore: ({ daysBefore, latest, latestWorkingDay }, on) =>
      `Die Bekanntmachung liegt ${days(daysBefore)} vor dem Beginn. Spätestens: ${on(latest)}${latestWorkingDay === latest ? '' : `, Werktag davor: ${on(latestWorkingDay)}`}.`,
    noticeUntil: ({ latest, latestWorkingDay }, on) =>
      `Bekanntmachung spätestens am ${on(latest)}${latestWorkingDay === latest ? '' : `, Werktag davor: ${on(latestWorkingDay)}`}.`,
  },
  findings: {
    notInForce: ({ from, until }, on) =>
      until
        ? `Diese Fassung gilt nur für Verfahren bis ${on(until)}.`
        : `Diese Vorschrift gilt für Verfahren ab ${on(from)}.`,
    endsBeforeItBegins: ({ wished }, on) => `Der letzte Tag, ${on(wished)}, liegt vor dem ersten.`,
    tooShort: ({ wished, earliest }, on) =>
      `Bis ${on(wished)} ist zu kurz. Das Gesetz verlangt mindestens bis ${on(earliest)}.`,
    tooLong: ({ wished, latest }, on) =>
      `Bis ${on(wished)} ist zu lang. Das Gesetz erlaubt höchstens bis ${on(latest)}.`,
    noticeTooLate: ({ notice, latest, weeksBefore }, on) =>
      weeksBefore
        ? `Bekanntmachung am ${on(notice)} ist zu spät: ${weeksBefore === 1 ? 'eine Woche' : `${weeksBefore} Wochen`} vorher heißt spätestens am ${on(latest)}.`
        : `Bekanntmachung am ${on(notice)} ist zu spät: Sie muss vor dem Beginn liegen, spätestens am ${on(latest)}.`,
    lastDayMissing: () => 'Hier rechnet das Gesetz nicht: Bitte wählen Sie den letzten Tag.',
    noticeMissing: () => 'Wann wird bekannt gemacht? Der Tag fehlt noch.',
    longerThanAsked: ({ wished, asked }, on) =>
      `Bis ${on(wished)} ist länger als verlangt (${on(asked)}). Bitte nennen Sie den Grund; er kommt in die Akte.`,
    overUsual: ({ latest }, on) => `In der Regel soll die Frist nicht länger sein als bis ${on(latest)}.`,
    longerThanAYear: ({ days: count }) => `${days(count)}: Stimmt das Jahr?`,
    notShortened: ({ days: count }) =>
      `Eine erneute Beteiligung soll angemessen kürzer sein als die erste; hier sind es ${days(count)}.`,
    veryShort: ({ days: count }) =>
      `${days(count)} sind knapp. Ob das angemessen ist, entscheiden Sie; ein Gericht kann es prüfen.`,
    noticeUnderAWeek: ({ daysBefore }) =>
      `Nur ${days(daysBefore)} zwischen Bekanntmachung und Beginn. Das Gesetz verlangt keine Woche mehr, Ihre Hauptsatzung vielleicht.`,
    uvpNewText: () =>
      'Die Äußerungsfrist nach dem neuen UVPG ist noch nicht sicher ausgelegt. Bitte von einer Juristin prüfen lassen.',
    beginsOnRestDay: ({ rest: day }, on) =>
      `Der erste Tag, ${on(day.day)}, ist kein Werktag. Im Internet schadet das nicht; Unterlagen vor Ort sind erst danach zu sehen.`,
    perhapsHoliday: ({ rest: day }, on) =>
      `Ob ${on(day.day)} bei Ihnen Feiertag ist, hängt von der Gemeinde ab. Gerechnet ist mit dem späteren Ende; das schadet niemandem.`,
  },
}
