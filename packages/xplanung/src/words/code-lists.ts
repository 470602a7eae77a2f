import { BUILDING_CODES as B } from './codes-building.ts'
import { OTHER_CODES as O } from './codes-other.ts'
import { PURPOSE_CODES as P } from './codes-purpose.ts'
import { UTILITY_CODES as U } from './codes-utilities.ts'
import type { Row } from './table.ts'

type List = ReadonlyMap<string, Row>

/** Which code list a property of a class is written in; the first pattern that fits counts. */
const LISTS: readonly (readonly [RegExp, string, List])[] = [
  [/Gemeinbedarf/, 'zweckbestimmung', P.gemeinbedarf],
  [/SpielSport/, 'zweckbestimmung', P.spielSport],
  [/_Gruen/, 'zweckbestimmung', P.gruen],
  [/AllgGruenflaeche/, 'zweckbestimmung', P.gruen],
  [/^BP_(StrassenVerkehrs|VerkehrsflaecheBesonderer)/, 'zweckbestimmung', P.strasseBP],
  [/^SO_Strassenverkehr$/, 'zweckbestimmung', P.strasse],
  [/^FP_Strassenverkehr/, 'zweckbestimmung', P.strasse],
  [/Landwirtschaft/, 'zweckbestimmung', P.landwirtschaft],
  [/_Wald/, 'zweckbestimmung', P.wald],
  [/_Gewaesser/, 'zweckbestimmung', P.gewaesser],
  [/VerEntsorgung/, 'zweckbestimmung', U.verEntsorgung],
  [/Kennzeichnung/, 'zweckbestimmung', U.kennzeichnung],
  [/Wasserwirtschaft/, 'zweckbestimmung', U.wasserwirtschaft],
  [/PrivilegiertesVorhaben/, 'zweckbestimmung', U.privilegiert],
  [/Nebenanlagen|Gemeinschaftsanlagen/, 'zweckbestimmung', B.nebenanlagen],
  [/BaugebietsTeil|BebauungsFl|Baugebiet/, 'sondernutzung', B.sondernutzung],
  [/Wegerecht/, 'typ', B.wegerecht],
  [/SpezielleBauweise/, 'typ', B.spezielleBauweise],
  [/BereichOhneEin/, 'typ', B.ohneEinfahrt],
  [/_Einfahrt/, 'typ', B.einfahrt],
  [/NutzungsartenGrenze/, 'typ', B.abgrenzung],
  [/Strassenkoerper/, 'typ', B.strassenkoerper],
  [/Immissionsschutz|Nutzungsbeschraenkung/, 'typ', B.immissionsschutz],
  [/Immissionsschutz|Laermpegelbereich/, 'laermpegelbereich', B.laermpegel],
  [/Ausgleich|SchutzPflege/, 'ziel', B.zieleSPE],
  [/Gebiet$/, 'gebietsArt', O.gebietsArt],
  [/Denkmal/, 'artDerFestlegung', O.denkmal],
  [/Boden/, 'artDerFestlegung', O.boden],
  [/SchutzgebietWasser/, 'artDerFestlegung', O.wasserschutz],
  [/Wasserrecht/, 'artDerFestlegung', O.wasserrecht],
  [/Wasserwirtschaft/, 'artDerFestlegung', U.wasserwirtschaft],
  [/Naturschutz/, 'artDerFestlegung', O.naturschutz],
  [/Schiene/, 'artDerFestlegung', O.schiene],
  [/Luft/, 'artDerFestlegung', O.luft],
  [/Strassenverkehr/, 'artDerFestlegung', O.strassenrecht],
  [/Strassenverkehr$/, 'einteilung', O.strassenrecht],
  [/Baubeschraenkung|Bauverbot/, 'artDerFestlegung', O.baubeschraenkung],
  [/_Grenze$/, 'typ', O.grenze],
  [/NaturschutzrechtlichesSchutzgebiet/, 'typ', O.naturschutz],
  [/ErneuerbareEnergie/, 'typ', O.energieRP],
  [/ZentralerOrt/, 'typ', O.zentralerOrtRP],
  [/^(BP|FP|LP|RP)_/, 'nutzungsform', B.nutzungsform],
]

export const listFor = (className: string, property: string): List | null =>
  LISTS.find(([pattern, name]) => name === property && pattern.test(className))?.[2] ?? null

/** Properties whose codes name what an object is, in the order in which they are said. */
export const NAMING_PROPERTIES = [
  'sondernutzung',
  'zweckbestimmung',
  'typ',
  'artDerFestlegung',
  'einteilung',
  'gebietsArt',
  'laermpegelbereich',
  'ziel',
] as const
