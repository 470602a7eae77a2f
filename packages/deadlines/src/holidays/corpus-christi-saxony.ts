/**
 * Where Corpus Christi is a public holiday in Saxony: in the Catholic Sorbian villages that the ordinance of 1993
 * names. Some have since become parts of larger municipalities; what counts for a period is the place where a
 * declaration is handed in, the seat of the authority (§ 193 BGB).
 *
 * @source Verordnung des Sächsischen Staatsministeriums des Innern über den regionalen Feiertag Fronleichnam, 4 May
 * 1993 (SächsGVBl. p. 417), amended 30 May 1995 (p. 160), on today's municipalities; keys after the annex to § 1
 * MietNEinV (as of 25 January 2021).
 */
export const CORPUS_CHRISTI_SAXONY: readonly {
  key: string
  name: string
  /** Whether it is a holiday where the municipality has its seat. */
  atTownHall: boolean
  /** The only districts where it is one, when it is not all of them. */
  onlyIn?: readonly string[]
  /** The district where it is none. */
  notIn?: readonly string[]
}[] = [
  { key: '14625020', name: 'Bautzen', atTownHall: false, onlyIn: ['Bolbritz', 'Salzenforst'] },
  { key: '14625080', name: 'Crostwitz', atTownHall: true },
  { key: '14625150', name: 'Göda', atTownHall: false, onlyIn: ['Prischwitz'] },
  { key: '14625160', name: 'Großdubrau', atTownHall: false, onlyIn: ['Sdier'] },
  { key: '14625240', name: 'Hoyerswerda', atTownHall: false, onlyIn: ['Dörgenhausen'] },
  { key: '14625280', name: 'Königswartha', atTownHall: true, notIn: ['Wartha'] },
  { key: '14625350', name: 'Nebelschütz', atTownHall: true },
  { key: '14625360', name: 'Neschwitz', atTownHall: true, onlyIn: ['Neschwitz', 'Saritsch'] },
  { key: '14625440', name: 'Panschwitz-Kuckau', atTownHall: true },
  { key: '14625460', name: 'Puschwitz', atTownHall: true },
  { key: '14625470', name: 'Räckelwitz', atTownHall: true },
  { key: '14625490', name: 'Radibor', atTownHall: true },
  { key: '14625500', name: 'Ralbitz-Rosenthal', atTownHall: true },
  { key: '14625640', name: 'Wittichenau', atTownHall: true },
]
