import type { Rule } from './rule.ts'

/** §§ 3 to 4a BauGB read so since the act on digital participation. */
const SINCE_2023 = { from: '2023-07-07' }
const MONTH_AND_THIRTY_DAYS = (cite: string) => [
  { months: 1, cite },
  { days: 30, cite },
]

/**
 * Urban land-use planning.
 *
 * @source BauGB §§ 3, 4, 4a, 13, 13a as of 7 July 2023; § 36a as of 30 October 2025.
 */
export const BAUGB: readonly Rule[] = [
  {
    id: 'baugb-3-1',
    cite: '§ 3 Abs. 1 BauGB',
    inForce: SINCE_2023,
    binding: 'appropriate',
    lengths: [],
    notice: { kind: 'none', weeksBefore: 0, cite: '§ 3 Abs. 1 BauGB' },
  },
  {
    id: 'baugb-3-2',
    cite: '§ 3 Abs. 2 BauGB',
    inForce: SINCE_2023,
    binding: 'atLeast',
    lengths: MONTH_AND_THIRTY_DAYS('§ 3 Abs. 2 Satz 1 BauGB'),
    notice: { kind: 'public', weeksBefore: 0, cite: '§ 3 Abs. 2 Satz 4 BauGB' },
  },
  {
    id: 'baugb-4-1',
    cite: '§ 4 Abs. 1 BauGB',
    inForce: SINCE_2023,
    binding: 'appropriate',
    lengths: [],
    notice: { kind: 'letter', weeksBefore: 0, cite: '§ 4 Abs. 1 BauGB' },
  },
  {
    id: 'baugb-4-2',
    cite: '§ 4 Abs. 2 BauGB',
    inForce: SINCE_2023,
    binding: 'atLeast',
    lengths: MONTH_AND_THIRTY_DAYS('§ 4 Abs. 2 Satz 3 BauGB'),
    notice: { kind: 'letter', weeksBefore: 0, cite: '§ 4 Abs. 2 Satz 2 BauGB' },
  },
  {
    id: 'baugb-4a-3',
    cite: '§ 4a Abs. 3 BauGB',
    inForce: SINCE_2023,
    binding: 'appropriate',
    lengths: [],
    notice: { kind: 'public', weeksBefore: 0, cite: '§ 4a Abs. 3 Satz 1 BauGB' },
    shortened: true,
    changesOnly: true,
  },
  {
    id: 'baugb-13',
    cite: '§ 13 Abs. 2 BauGB',
    inForce: SINCE_2023,
    binding: 'appropriate',
    lengths: [],
    notice: { kind: 'public', weeksBefore: 0, cite: '§ 13 Abs. 2 BauGB' },
  },
  {
    id: 'baugb-13a',
    cite: '§ 13a Abs. 2 Nr. 1 BauGB',
    inForce: SINCE_2023,
    binding: 'appropriate',
    lengths: [],
    notice: { kind: 'public', weeksBefore: 0, cite: '§ 13a Abs. 3 BauGB' },
  },
  {
    id: 'baugb-36a',
    cite: '§ 36a Abs. 2 BauGB',
    inForce: { from: '2025-10-30' },
    binding: 'atMost',
    lengths: [{ months: 1, cite: '§ 36a Abs. 2 BauGB' }],
    notice: { kind: 'none', weeksBefore: 0, cite: '§ 36a Abs. 2 BauGB' },
  },
]

/**
 * Spatial planning.
 *
 * @source ROG § 9; the day of the notice does not count: OVG Lüneburg, 30 August 1982, 6 C 12/80.
 */
export const ROG: readonly Rule[] = [
  {
    id: 'rog-9-2',
    cite: '§ 9 Abs. 2 ROG',
    inForce: { from: '2023-09-28' },
    binding: 'atLeast',
    lengths: [{ months: 1, cite: '§ 9 Abs. 2 Satz 2 ROG' }],
    usuallyAtMost: { months: 3, cite: '§ 9 Abs. 2 ROG' },
    notice: { kind: 'public', weeksBefore: 1, cite: '§ 9 Abs. 2 ROG' },
  },
  {
    id: 'rog-9-3',
    cite: '§ 9 Abs. 3 ROG',
    inForce: { from: '2023-09-28' },
    binding: 'appropriate',
    lengths: [],
    usuallyAtMost: { months: 3, cite: '§ 9 Abs. 2 ROG' },
    notice: { kind: 'public', weeksBefore: 1, cite: '§ 9 Abs. 2 ROG' },
    shortened: true,
    changesOnly: true,
  },
]
