/** A municipal day, e.g. `2026-12-02`; every legal day is a day in Europe/Berlin. */
export type LocalDate = string

const BERLIN = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function berlin(at: Date) {
  const parts = Object.fromEntries(BERLIN.formatToParts(at).map(({ type, value }) => [type, value]))
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    asUtc: Date.UTC(
      +parts.year!,
      +parts.month! - 1,
      +parts.day!,
      +parts.hour!,
      +parts.minute!,
      +parts.second!,
    ),
  }
}

/** Whether a string is a day of the calendar; `2026-02-30` is none. */
export function isLocalDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

/** The municipal day of an instant. */
export const dayOf = (at: Date): LocalDate => berlin(at).day

/** The instant a municipal day begins: 00:00:00 Europe/Berlin. */
export function startOfDay(day: LocalDate): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  // Berlin is ahead of UTC by one hour or two; changes never happen at midnight, so one look is enough.
  return new Date(midnight - (berlin(new Date(midnight)).asUtc - midnight))
}

/** The last instant that still counts: "until 23:59:59 Europe/Berlin" includes its whole last second. */
export const endOfDay = (day: LocalDate): Date => new Date(startOfDay(addDays(day, 1)).getTime() - 1)

/** Days from one day to another; 0 on the same. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

export function addDays(day: LocalDate, days: number): LocalDate {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
