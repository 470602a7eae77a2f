import { addDays, dayOf, weekdayOf, type Day } from '../day.ts'
import { easterSunday } from '../easter.ts'
import { CORPUS_CHRISTI_SAXONY } from './corpus-christi-saxony.ts'

/**
 * Whether a holiday holds at a place: for certain, not, or in some municipalities of which no list is kept here. In the
 * last case a period takes the later day, which takes nothing from anybody.
 */
export type Holds = 'yes' | 'no' | 'perhaps'

export type HolidayKey =
  | 'newYear'
  | 'epiphany'
  | 'womensDay'
  | 'goodFriday'
  | 'easterSunday'
  | 'easterMonday'
  | 'labourDay'
  | 'liberationDay'
  | 'ascension'
  | 'whitSunday'
  | 'whitMonday'
  | 'corpusChristi'
  | 'peaceFestival'
  | 'assumption'
  | 'childrensDay'
  | 'unity'
  | 'reformation'
  | 'allSaints'
  | 'repentance'
  | 'christmas'
  | 'secondChristmas'

export interface HolidayRule {
  key: HolidayKey
  on: (year: number) => Day
  /** @param place the municipality key: two digits for a state, five for a district, eight for a municipality. */
  holds: (place: string, year: number) => Holds
}

const fixed = (month: number, day: number) => (year: number) => dayOf(year, month, day)
const fromEaster = (days: number) => (year: number) => addDays(easterSunday(year), days)
/** Wednesday before 23 November: the eleventh day before the first Sunday in Advent. */
const repentance = (year: number): Day => {
  const latest = dayOf(year, 11, 22)
  return addDays(latest, -((weekdayOf(latest) + 4) % 7))
}

const everywhere = (): Holds => 'yes'
const inStates =
  (...states: string[]) =>
  (place: string): Holds =>
    states.includes(place.slice(0, 2)) ? 'yes' : 'no'
/** The year from which on a state keeps the day. */
const since =
  (years: Record<string, number>) =>
  (place: string, year: number): Holds => {
    const first = years[place.slice(0, 2)]
    return first !== undefined && year >= first ? 'yes' : 'no'
  }

const [SH, HH, NI, HB, NW, HE, RP, BW, BY, SL, BE, BB, MV, SN, ST, TH] = [
  '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16',
] as const // prettier-ignore
const ALWAYS = 1995
const EICHSFELD = '16061'
/** Unstrut-Hainich and Wartburg: some of their municipalities. */
const PARTLY_CATHOLIC_DISTRICTS = ['16063', '16064']
const AUGSBURG = '09761000'

function corpusChristi(place: string): Holds {
  if ([NW, HE, RP, BW, BY, SL].some((state) => place.startsWith(state))) return 'yes'
  if (place.startsWith(EICHSFELD)) return 'yes'
  if (PARTLY_CATHOLIC_DISTRICTS.some((district) => place.startsWith(district))) return 'perhaps'
  return CORPUS_CHRISTI_SAXONY.some(({ key, atTownHall }) => key === place && atTownHall) ? 'yes' : 'no'
}

function reformation(place: string, year: number): Holds {
  // Five hundred years of it: once, everywhere.
  if (year === 2017) return 'yes'
  return since({ [BB]: ALWAYS, [MV]: ALWAYS, [SN]: ALWAYS, [ST]: ALWAYS, [TH]: ALWAYS, [SH]: 2018, [HH]: 2018, [NI]: 2018, [HB]: 2018 })(place, year) // prettier-ignore
}

function assumption(place: string): Holds {
  if (place.startsWith(SL)) return 'yes'
  // Where Catholics outnumber Protestants; the statistical office names 1,704 of 2,056 municipalities.
  return place.startsWith(BY) ? 'perhaps' : 'no'
}

/**
 * All public holidays of the sixteen states that are not always on a Sunday, and Brandenburg's two that are.
 *
 * @source the states' acts on Sundays and holidays, among them § 1 SächsSFG, Art. 1 BayFTG, § 2 FTG (Thuringia), § 1
 * FTG (Berlin); Fronleichnamsverordnung of Saxony, 4 May 1993 (SächsGVBl. p. 417).
 */
export const HOLIDAY_RULES: readonly HolidayRule[] = [
  { key: 'newYear', on: fixed(1, 1), holds: everywhere },
  { key: 'epiphany', on: fixed(1, 6), holds: inStates(BW, BY, ST) },
  { key: 'womensDay', on: fixed(3, 8), holds: since({ [BE]: 2019, [MV]: 2023 }) },
  { key: 'goodFriday', on: fromEaster(-2), holds: everywhere },
  { key: 'easterSunday', on: fromEaster(0), holds: inStates(BB) },
  { key: 'easterMonday', on: fromEaster(1), holds: everywhere },
  { key: 'labourDay', on: fixed(5, 1), holds: everywhere },
  {
    key: 'liberationDay',
    on: fixed(5, 8),
    holds: (place, year) => (place.startsWith(BE) && (year === 2020 || year === 2025) ? 'yes' : 'no'),
  },
  { key: 'ascension', on: fromEaster(39), holds: everywhere },
  { key: 'whitSunday', on: fromEaster(49), holds: inStates(BB) },
  { key: 'whitMonday', on: fromEaster(50), holds: everywhere },
  { key: 'corpusChristi', on: fromEaster(60), holds: corpusChristi },
  { key: 'peaceFestival', on: fixed(8, 8), holds: (place) => (place === AUGSBURG ? 'yes' : 'no') },
  { key: 'assumption', on: fixed(8, 15), holds: assumption },
  { key: 'childrensDay', on: fixed(9, 20), holds: since({ [TH]: 2019 }) },
  { key: 'unity', on: fixed(10, 3), holds: everywhere },
  { key: 'reformation', on: fixed(10, 31), holds: reformation },
  { key: 'allSaints', on: fixed(11, 1), holds: inStates(NW, RP, BW, BY, SL) },
  { key: 'repentance', on: repentance, holds: inStates(SN) },
  { key: 'christmas', on: fixed(12, 25), holds: everywhere },
  { key: 'secondChristmas', on: fixed(12, 26), holds: everywhere },
]
