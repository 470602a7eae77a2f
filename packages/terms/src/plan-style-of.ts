import { isPlanStyle, type PlanStyleKey } from './plan-styles.ts'

/** What tells how an object of a plan is drawn. */
export type StyledObject = {
  /** of the XPlanung model, such as `BP_BaugebietsTeilFlaeche`; null for objects from other formats */
  readonly class?: string | null
  /** properties with their codes as they stand in the file: a text, a list, or a type of its own around them */
  readonly attributes?: Readonly<Record<string, unknown>> | null
  /** a style somebody chose by hand; counts where the class says nothing */
  readonly fill?: string | null
}

/** Every text below a property: XPlanGML 6 wraps codes (`allgemein`, `detail`), earlier versions do not. */
function codesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(codesIn)
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(codesIn)
}

type Codes = (...properties: string[]) => string[]
type Rule = PlanStyleKey | ((codes: Codes) => PlanStyleKey)

const USES: Readonly<Record<string, PlanStyleKey>> = {
  '1000': 'smallHoldings',
  '1100': 'pureHousing',
  '1200': 'generalHousing',
  '1300': 'specialHousing',
  '1400': 'village',
  '1450': 'villageHousing',
  '1500': 'mixed',
  '1550': 'urban',
  '1600': 'townCentre',
  '1700': 'commercial',
  '1800': 'industrial',
  '2000': 'recreation',
  '2100': 'special',
  '3000': 'recreation',
  '4000': 'special',
}
const GENERAL_USES: Readonly<Record<string, PlanStyleKey>> = {
  '1000': 'housing',
  '2000': 'mixed',
  '3000': 'commercial',
  '4000': 'special',
}

/** The special use decides, then the general one (§ 1 BauNVO). */
const byUse: Rule = (codes) =>
  codes('besondereArtDerBaulNutzung').map((code) => USES[code])[0] ??
  codes('allgArtDerBaulNutzung').map((code) => GENERAL_USES[code])[0] ??
  'buildingArea'

const byGreen: Rule = (codes) => {
  const purpose = codes('zweckbestimmung').join(' ')
  if (/\b(1200|12000|99990)\b/.test(purpose)) return 'garden'
  if (/\b1600\d?\b|\b16001\b/.test(purpose)) return 'playground'
  if (/\b1400\d?\b/.test(purpose)) return 'sportsGreen'
  if (/\b2600\b/.test(purpose)) return 'cemetery'
  if (/\b24000\b/.test(purpose)) return 'roadsideGreen'
  const form = codes('nutzungsform')[0]
  return form === '1000' ? 'privateGreen' : form === '2000' ? 'publicGreen' : 'greenSpace'
}

/** Binding land-use plans and roads by other law count purposes differently. */
const byTraffic =
  (own: PlanStyleKey, calmed: RegExp, walked: RegExp, parked: RegExp): Rule =>
  (codes) => {
    const purpose = codes('zweckbestimmung').join(' ')
    if (calmed.test(purpose)) return 'trafficCalmed'
    if (walked.test(purpose)) return 'footAndCycle'
    if (parked.test(purpose)) return 'parking'
    if (/\b(2400|14015)\b/.test(purpose)) return 'roadsideGreen'
    return own
  }
const inPlan = (own: PlanStyleKey) =>
  byTraffic(own, /\b(1200|3400)\b/, /\b(1100|1300|1400|1500|1550|2100)\b/, /\b(1000|1600|2000|3200|3300)\b/)
const byRoadLaw = byTraffic('street', /\b14000\b/, /\b1400[1-7]\b/, /\b(1600|1600[0-4])\b/)

const byMarking: Rule = (codes) => {
  const purpose = codes('zweckbestimmung').join(' ')
  if (/\b4000\b/.test(purpose)) return 'contaminated'
  if (/\b5000\b/.test(purpose)) return 'noise'
  return 'marked'
}
const byWater: Rule = (codes) =>
  codes('zweckbestimmung', 'artDerFestlegung').some((code) => /^(1000|1100|1400|[2-5]000\d?)$/.test(code))
    ? 'flood'
    : 'waterManagement'
/** Waters of the first to third order are waters; flood plains and risk areas are not. */
const byWaterLaw: Rule = (codes) =>
  codes('artDerFestlegung').some((code) => code.startsWith('1000')) ? 'water' : 'flood'
const byNatureLaw: Rule = (codes) =>
  codes('artDerFestlegung', 'typ').some((code) => code === '1300' || code === '1400')
    ? 'landscapeProtection'
    : 'natureProtection'
const byPlanting: Rule = (codes) => (codes('massnahme')[0] === '1000' ? 'preservation' : 'planting')

type Topic =
  | 'Nature'
  | 'OpenSpace'
  | 'Farming'
  | 'Forest'
  | 'Minerals'
  | 'Water'
  | 'Flood'
  | 'Energy'
  | 'Settlement'
  | 'Work'
  | 'Recreation'
/** What a spatial plan reserves is told by its topic and by how strictly it does so (§ 7 Abs. 3 ROG). */
const regional =
  (topic: Topic): Rule =>
  (codes) => {
    const kind = codes('gebietsTyp')[0]
    if (kind === '1400') return 'regionExcluded'
    if (kind && /^(1000|1001|1300)$/.test(kind)) return `region${topic}Priority`
    if (kind && /^(1100|1101|1500|1501)$/.test(kind)) return `region${topic}Reserve`
    return `region${topic}`
  }

/** The first pattern that fits the class counts. */
const RULES: readonly (readonly [RegExp, Rule])[] = [
  [/^XP_|Legendenobjekt|Raster/, 'lettering'],
  [/^RP_(Natur|Kulturlandschaft)/, regional('Nature')],
  [/^RP_(Freiraum|Gruenzug|SonstigerFreiraum|Klima|Bodenschutz)/, regional('OpenSpace')],
  [/^RP_Landwirtschaft/, regional('Farming')],
  [/^RP_Forst/, regional('Forest')],
  [/^RP_Rohstoff/, regional('Minerals')],
  [/^RP_(Wasserschutz|Gewaesser|Wasserwirtschaft)/, regional('Water')],
  [/^RP_Hochwasser/, regional('Flood')],
  [/^RP_ErneuerbareEnergie/, regional('Energy')],
  [/^RP_(Siedlung|WohnenSiedlung|SonstigerSiedlung)/, regional('Settlement')],
  [/^RP_(IndustrieGewerbe|Einzelhandel)/, regional('Work')],
  [/^RP_(Erholung|Sportanlage)/, regional('Recreation')],
  [/^RP_Radweg/, 'pathRoute'],
  [/^RP_(Zentraler|Funktion)/, 'regionCentre'],
  [/^RP_Achse/, 'regionAxis'],
  [/^RP_(Raumkategorie|Planungsraum)/, 'regionCategory'],
  [/^RP_(Strassenverkehr|Schienenverkehr|Luftverkehr|Wasserverkehr|SonstVerkehr|Verkehr)/, 'regionTraffic'],
  [/^RP_(Energieversorgung|Entsorgung|Kommunikation|SonstigeInfra|SozialeInfra)/, 'regionSupply'],
  [/^RP_Laerm/, 'noise'],
  [/^RP_Sperrgebiet/, 'restriction'],

  [/TextAbschnitt$/, 'textRule'],
  [/BauGrenze|AbweichungVonBaugrenze/, 'buildingLimit'],
  [/BauLinie/, 'buildingLine'],
  [/NichtUeberbaubare|AbstandsFlaeche|ZuBegruenende/, 'notBuildable'],
  [/Ueberbaubare|AbweichungVonUeberbau/, 'buildable'],
  [/Nebenanlagen|Gemeinschaftsanlagen/, 'ancillary'],
  [/GebaeudeFlaeche|SpezielleBauweise/, 'structure'],
  [/FirstRichtung|GebaeudeStellung/, 'ridge'],
  [/Baugebiet|BebauungsFlaeche|WohngebaeudeFlaeche/, byUse],
  [/FoerderungsFlaeche|PersGruppen/, 'housing'],
  [/BesondererNutzungszweck|PrivilegiertesVorhaben/, 'special'],
  [/ErneuerbareEnergie/, 'renewableEnergy'],
  [/Gemeinbedarf/, 'community'],
  [/SpielSport/, 'sports'],

  [/StrassenVerkehrsFlaeche|FP_Strassenverkehr/, inPlan('street')],
  [/VerkehrsflaecheBesonderer/, inPlan('specialTraffic')],
  [/SO_Strassenverkehr/, byRoadLaw],
  [/Strassenbegrenzung/, 'streetLimit'],
  [/BereichOhneEin/, 'noAccess'],
  [/_Einfahrt/, 'access'],
  [/Strassenkoerper/, 'roadBank'],
  [/Schienenverkehr/, 'railway'],
  [/Luftverkehr/, 'airTraffic'],

  [/Luftreinhalte|Klima/, 'airQuality'],
  [/_Gruen|Gruenflaeche/, byGreen],
  [/Kleintierhaltung/, 'garden'],
  [/ErholungFreizeit/, 'greenSpace'],
  [/Landwirtschaft/, 'farmland'],
  [/_Wald|Forstrecht/, 'forest'],
  [/SchutzgebietWasser|WasserrechtSchutzgebiet|WasserrechtGemein/, 'waterProtection'],
  [/WasserrechtWirtschaft/, 'flood'],
  [/_Wasserrecht/, byWaterLaw],
  [/Wasserwirtschaft/, byWater],
  [/_Gewaesser/, 'water'],

  [/VerEntsorgung|AbwasserBeseitigung/, 'utilities'],
  [/Abgrabung|Aufschuettung|Bodenschaetze|Rekultivierung|Gelaendemorphologie/, 'earthworks'],
  [/Bodenschutz/, 'contaminated'],
  [/AnpflanzungBindung/, byPlanting],
  [/Ausgleich|Eingriff/, 'compensation'],
  [/SchutzPflege|ZieleErfordernisse|PlanerischeVertiefung|NutzungserfordernisRegelung/, 'natureCare'],
  [/Biotopverbund/, 'habitats'],
  [/Landschaftsbild/, 'landscapeProtection'],
  [/Naturschutz|Schutzobjekt|BestimmterTeileVonNatur|_Schutzgebiet|SchutzgebietSonstiges/, byNatureLaw],
  [/Denkmal/, 'monument'],
  [/ErhaltungsBereich|SO_Gebiet/, 'conservation'],

  [/Laerm|Immissionsschutz|TechnischeMassnahmen|Richtungssektor/, 'noise'],
  [/Wegerecht/, 'rightOfWay'],
  [/NutzungsartenGrenze/, 'useLimit'],
  [/Sichtflaeche|FreiFlaeche/, 'keepClear'],
  [/Kennzeichnung/, byMarking],
  [/Vormerkung|Zwischennutzung/, 'notice'],
  [/Baubeschraenkung|Bauverbot|Nutzungsbeschraenkung|Veraenderungssperre|NutzungsAusschluss/, 'restriction'],
  [/Vergnuegungs|Vorbehalte/, 'restriction'],
  [/TextlicheFestsetzung|TextAbschnitt|TextlicheDarstellung/, 'textRule'],
  [/ZentralerVersorgung/, 'shopping'],
  [/_Grenze$|Abgrenzung|Linienobjekt/, 'boundary'],
  [/AbstandsMass/, 'dimension'],
  [/HoehenMass|HoehenPunkt/, 'height'],
  // They say in a text of their own what they are; no drawing rule knows them.
  [/NachLandesrecht|GenerischesObjekt|FlaecheOhne|SonstigesRecht|SO_Objekt/, 'neutral'],
]

/**
 * How an object of a plan is drawn.
 *
 * @returns the key of its style; `neutral` for a class nobody knows, which is then drawn plainly and keeps its name
 * @source PlanZV, annex; XPlanung 4.0 to 6.0 for classes and codes.
 */
export function styleOf({ class: name, attributes, fill }: StyledObject): PlanStyleKey {
  const codes: Codes = (...properties) => properties.flatMap((property) => codesIn(attributes?.[property]))
  const rule = name ? RULES.find(([pattern]) => pattern.test(name))?.[1] : undefined
  if (rule) return typeof rule === 'string' ? rule : rule(codes)
  return isPlanStyle(fill) ? fill : 'neutral'
}
