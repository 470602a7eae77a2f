import type { LocalizedText } from './localized-text.ts'

/**
 * The chapters of a legend, in the order in which a drawing tells them.
 * @source PlanZV, annex, chapters 1 to 15; the last chapter is of spatial plans.
 */
export const PLAN_STYLE_GROUPS = {
  building: words`Art der baulichen Nutzung | What may be built | Družina twarskeho wužiwanja`,
  limits: words`Bauweise und Baugrenzen | Where may be built | Twarske mjezy`,
  community: words`Gemeinbedarf und Sport | Public facilities and sports | Zjawne zarjadnišća a sport`,
  traffic: words`Verkehr | Traffic | Wobchad`,
  utilities: words`Ver- und Entsorgung | Utilities | Zastaranje a wotstronjenje`,
  green: words`Grünflächen | Green space | Zelene přestrjenje`,
  water: words`Wasser | Water | Woda`,
  land: words`Landwirtschaft, Wald und Boden | Farming, woodland and soil | Ratarstwo, lěs a pódas`,
  nature: words`Natur und Landschaft | Nature and landscape | Přiroda a krajina`,
  heritage: words`Denkmalschutz und Stadterhaltung | Heritage | Pomnikoškit`,
  other: words`Sonstige Planzeichen | Other signs | Druhe znamješka`,
  region: words`Raumordnung | Spatial planning | Rumowe planowanje`,
} as const satisfies Record<string, LocalizedText>
export type PlanStyleGroup = keyof typeof PLAN_STYLE_GROUPS

/** What lies on what: grounds first, then what is hatched over them, then lines, then single signs. */
export type PlanStyleLayer = 'ground' | 'overlay' | 'line' | 'sign'

export type PlanStyle = {
  readonly group: PlanStyleGroup
  readonly layer: PlanStyleLayer
  /** as the legend says it: the designation, never a code alone */
  readonly words: LocalizedText
}

/** "German | English | Upper Sorbian" */
function words([text]: TemplateStringsArray): Required<LocalizedText> {
  const [de, en, hsb] = text!.split(' | ') as [string, string, string]
  return { de, en, hsb }
}

const of =
  (group: PlanStyleGroup, layer: PlanStyleLayer) =>
  (text: TemplateStringsArray): PlanStyle => ({ group, layer, words: words(text) })

const building = of('building', 'ground')
const buildingOver = of('building', 'overlay')
const limit = of('limits', 'line')
const limited = of('limits', 'overlay')
const community = of('community', 'ground')
const traffic = of('traffic', 'ground')
const trafficOver = of('traffic', 'overlay')
const trafficLine = of('traffic', 'line')
const utility = of('utilities', 'ground')
const utilityLine = of('utilities', 'line')
const green = of('green', 'ground')
const water = of('water', 'ground')
const waterOver = of('water', 'overlay')
const land = of('land', 'ground')
const landOver = of('land', 'overlay')
const nature = of('nature', 'overlay')
const heritage = of('heritage', 'overlay')
const other = of('other', 'overlay')
const otherLine = of('other', 'line')
const otherSign = of('other', 'sign')
const region = of('region', 'ground')
const regionOver = of('region', 'overlay')
const regionLine = of('region', 'line')
const regionSign = of('region', 'sign')

/**
 * How the objects of a plan are drawn, by what they designate. The map knows colours and hatches for each key,
 * in light and dark; a point, a line and an area of one style are drawn in one manner.
 */
export const PLAN_STYLES = {
  smallHoldings: building`Kleinsiedlungsgebiet | Small-holding housing | Kónčina małych sydlišćow`,
  pureHousing: building`Reines Wohngebiet | Purely residential area | Čista bydlenska kónčina`,
  generalHousing: building`Allgemeines Wohngebiet | General residential area | Powšitkowna bydlenska kónčina`,
  housingTwo: building`Wohnen, zwei Geschosse | Housing, two storeys | Bydlenje, dwě poschodźe`,
  housingThree: building`Wohnen, drei Geschosse | Housing, three storeys | Bydlenje, tři poschodźe`,
  specialHousing: building`Besonderes Wohngebiet | Special residential area | Wosebita bydlenska kónčina`,
  housing: building`Wohnbaufläche | Housing area | Přestrjeń za bydlenje`,
  village: building`Dorfgebiet | Village area | Wjesna kónčina`,
  villageHousing: building`Dörfliches Wohngebiet | Village residential area | Wjesna bydlenska kónčina`,
  mixed: building`Mischgebiet | Mixed-use area | Měšana kónčina`,
  urban: building`Urbanes Gebiet | Urban area | Urbana kónčina`,
  townCentre: building`Kerngebiet | Town centre | Jadrowa kónčina`,
  commercial: building`Gewerbegebiet | Commercial area | Přemysłowa přestrjeń`,
  industrial: building`Industriegebiet | Industrial area | Industrijowa kónčina`,
  recreation: building`Sondergebiet für Erholung | Special area for recreation | Wosebita kónčina za wočerstwjenje`,
  special: building`Sondergebiet | Special area | Wosebita kónčina`,
  buildingArea: building`Baugebiet | Building area | Twarska kónčina`,
  renewableEnergy: buildingOver`Fläche für erneuerbare Energien | Area for renewable energy | Přestrjeń za wobnowjomne energije`,

  buildable: limited`Überbaubare Grundstücksfläche | Buildable area | Přestrjeń, kotraž smě so wobtwarić`,
  buildingLimit: limit`Baugrenze | Building limit | Twarska mjeza`,
  buildingLine: limit`Baulinie | Building line | Twarska linija`,
  notBuildable: limited`Nicht überbaubare Grundstücksfläche | Area not to be built on | Přestrjeń, kotraž njesmě so wobtwarić`,
  ancillary: limited`Nebenanlagen, Stellplätze, Gemeinschaftsanlagen | Ancillary structures, parking, shared facilities | Pódlanske připrawy a stejnišća`,
  structure: limited`Gebäude und besondere Bauweise | Buildings and special forms of building | Twarjenja a wosebite twarske wašnje`,
  ridge: limit`Firstrichtung, Stellung der Gebäude | Direction of ridges and buildings | Směr hrjebjenja třěchi`,

  community: community`Fläche für den Gemeinbedarf | Area for public facilities | Přestrjeń za zjawne zarjadnišća`,
  sports: community`Sport- und Spielanlagen | Sports and play | Sportnišća a hrajkanišća`,

  street: traffic`Straßenverkehrsfläche | Street | Dróha`,
  specialTraffic: traffic`Verkehrsfläche besonderer Zweckbestimmung | Traffic area with a special purpose | Wobchadna přestrjeń z wosebitym zaměrom`,
  footAndCycle: traffic`Fuß- und Radweg, Fußgängerbereich | Footpath, cycle path, pedestrian area | Pućik za pěškow a kolesowarjow`,
  trafficCalmed: traffic`Verkehrsberuhigter Bereich | Traffic-calmed area | Přestrjeń ze změrowanym wobchadom`,
  parking: traffic`Parken | Parking | Parkowanišćo`,
  railway: traffic`Bahn | Railway | Železnica`,
  airTraffic: traffic`Luftverkehr | Air traffic | Powětrowy wobchad`,
  streetLimit: trafficLine`Straßenbegrenzungslinie | Street boundary line | Mjeza dróhi`,
  access: trafficLine`Ein- und Ausfahrt | Vehicle access | Wjezd a wujězd`,
  noAccess: trafficLine`Bereich ohne Ein- und Ausfahrt | No vehicle access | Bjez wjězda a wujězda`,
  roadBank: trafficOver`Straßenkörper | Road embankment | Ćěleso dróhi`,
  pathRoute: trafficLine`Rad- oder Wanderweg | Cycle or hiking route | Kolesowarska abo pućowanska šćežka`,

  utilities: utility`Versorgung und Entsorgung | Utilities | Zastaranje a wotstronjenje`,
  utilityLine: utilityLine`Leitung | Mains | Wodźenje`,

  publicGreen: green`Öffentliche Grünfläche | Public green space | Zjawna zelena přestrjeń`,
  privateGreen: green`Private Grünfläche | Private green space | Priwatna zelena přestrjeń`,
  greenSpace: green`Grünfläche | Green space | Zelena přestrjeń`,
  garden: green`Gärten | Gardens | Zahrody`,
  playground: green`Spielplatz | Playground | Hrajkanišćo`,
  sportsGreen: green`Sportplatz | Sports ground | Sportnišćo`,
  cemetery: green`Friedhof | Cemetery | Pohrjebnišćo`,
  roadsideGreen: green`Verkehrsgrün | Roadside green | Zelenina při dróze`,

  water: water`Gewässer | Water | Wodźizna`,
  waterManagement: waterOver`Wasserwirtschaft, Regenwasser | Water management, rain water | Wodowe hospodarstwo`,
  flood: waterOver`Überschwemmungsgebiet, Hochwasserschutz | Flood area, flood protection | Zapławna kónčina, škit před wulkej wodu`,
  waterProtection: waterOver`Wasserschutzgebiet | Water protection area | Wodoškitna kónčina`,

  farmland: land`Landwirtschaft | Agriculture | Ratarstwo`,
  forest: land`Wald | Woodland | Lěs`,
  earthworks: landOver`Aufschüttung, Abgrabung, Bodenschätze | Earthworks and extraction | Nasypanje, wotryće, zemske pokłady`,
  contaminated: landOver`Belasteter Boden | Contaminated soil | Wobćežena pódas`,

  planting: nature`Anpflanzen von Bäumen und Sträuchern | Planting of trees and shrubs | Sadźenje štomow a kerkow`,
  preservation: nature`Erhalten von Bäumen und Sträuchern | Preservation of trees and shrubs | Zachowanje štomow a kerkow`,
  natureCare: nature`Schutz, Pflege und Entwicklung der Natur | Protection and care of nature | Škit a hladanje přirody`,
  compensation: nature`Ausgleich für Eingriffe | Compensation for interventions | Wurunanje za zasahnjenja`,
  natureProtection: nature`Naturschutzgebiet, geschützter Teil der Natur | Protected nature | Přirodoškit`,
  landscapeProtection: nature`Landschaftsschutz | Protected landscape | Škit krajiny`,
  habitats: nature`Biotopverbund | Habitat network | Zwisk biotopow`,

  monument: heritage`Denkmalschutz | Monument protection | Pomnikoškit`,
  conservation: heritage`Erhaltungs- oder Sanierungsgebiet | Conservation or renewal area | Kónčina zachowanja abo saněrowanja`,

  noise: other`Immissionsschutz, Lärmschutz | Protection from noise and emissions | Škit před haru a imisijemi`,
  airQuality: other`Luftreinhaltung, Klima | Clean air, climate | Čisty powětr, klima`,
  rightOfWay: other`Geh-, Fahr- und Leitungsrecht | Right of way and of mains | Prawo chodźenja, jězdźenja a wodźenjow`,
  useLimit: otherLine`Abgrenzung unterschiedlicher Nutzung | Limit between different uses | Mjeza wšelakich wužiwanjow`,
  keepClear: other`Freizuhaltende Fläche, Sichtfläche | Area to be kept clear | Přestrjeń, kotraž so swobodna dźerži`,
  marked: other`Gekennzeichnete Fläche | Marked area | Woznamjenjena přestrjeń`,
  notice: other`Vormerkung, Hinweis | Advance notice | Pokazka`,
  restriction: other`Bau- oder Nutzungsbeschränkung | Restriction of building or use | Wobmjezowanje`,
  textRule: other`Fläche mit Regelung im Text | Area with a rule in the text | Přestrjeń z postajenjom w teksće`,
  shopping: other`Zentraler Versorgungsbereich | Central shopping area | Centralny zastaranski wobwod`,
  boundary: otherLine`Grenze | Boundary | Mjeza`,
  dimension: otherLine`Maßangabe | Dimension | Podaće měry`,
  height: otherSign`Höhenangabe | Height | Podaće wysokosće`,
  lettering: otherSign`Beschriftung der Zeichnung | Lettering of the drawing | Napisy rysowanki`,
  neutral: other`Weitere Planinhalte | Other contents of the plan | Dalše wobsahi plana`,

  regionNature: region`Natur und Landschaft (Regionalplan) | Nature and landscape (regional plan) | Přiroda a krajina (regionalny plan)`,
  regionNaturePriority: region`Vorrang: Natur und Landschaft | Priority: nature and landscape | Priorita: přiroda a krajina`,
  regionNatureReserve: regionOver`Vorbehalt: Natur und Landschaft | Reserve: nature and landscape | Wuměnjenje: přiroda a krajina`,
  regionOpenSpace: region`Freiraum (Regionalplan) | Open space (regional plan) | Swobodny rum (regionalny plan)`,
  regionOpenSpacePriority: region`Vorrang: Freiraum | Priority: open space | Priorita: swobodny rum`,
  regionOpenSpaceReserve: regionOver`Vorbehalt: Freiraum | Reserve: open space | Wuměnjenje: swobodny rum`,
  regionFarming: region`Landwirtschaft (Regionalplan) | Agriculture (regional plan) | Ratarstwo (regionalny plan)`,
  regionFarmingPriority: region`Vorrang: Landwirtschaft | Priority: agriculture | Priorita: ratarstwo`,
  regionFarmingReserve: regionOver`Vorbehalt: Landwirtschaft | Reserve: agriculture | Wuměnjenje: ratarstwo`,
  regionForest: region`Wald (Regionalplan) | Forestry (regional plan) | Lěs (regionalny plan)`,
  regionForestPriority: region`Vorrang: Wald | Priority: forestry | Priorita: lěs`,
  regionForestReserve: regionOver`Vorbehalt: Wald | Reserve: forestry | Wuměnjenje: lěs`,
  regionMinerals: region`Rohstoffe (Regionalplan) | Raw materials (regional plan) | Syrowizny (regionalny plan)`,
  regionMineralsPriority: region`Vorrang: Rohstoffe | Priority: raw materials | Priorita: syrowizny`,
  regionMineralsReserve: regionOver`Vorbehalt: Rohstoffe | Reserve: raw materials | Wuměnjenje: syrowizny`,
  regionWater: region`Wasser (Regionalplan) | Water (regional plan) | Woda (regionalny plan)`,
  regionWaterPriority: region`Vorrang: Wasser | Priority: water | Priorita: woda`,
  regionWaterReserve: regionOver`Vorbehalt: Wasser | Reserve: water | Wuměnjenje: woda`,
  regionFlood: region`Hochwasserschutz (Regionalplan) | Flood protection (regional plan) | Škit před wulkej wodu (regionalny plan)`,
  regionFloodPriority: region`Vorrang: Hochwasserschutz | Priority: flood protection | Priorita: škit před wulkej wodu`,
  regionFloodReserve: regionOver`Vorbehalt: Hochwasserschutz | Reserve: flood protection | Wuměnjenje: škit před wulkej wodu`,
  regionEnergy: region`Erneuerbare Energie (Regionalplan) | Renewable energy (regional plan) | Wobnowjomna energija (regionalny plan)`,
  regionEnergyPriority: region`Vorrang: erneuerbare Energie | Priority: renewable energy | Priorita: wobnowjomna energija`,
  regionEnergyReserve: regionOver`Vorbehalt: erneuerbare Energie | Reserve: renewable energy | Wuměnjenje: wobnowjomna energija`,
  regionSettlement: region`Siedlung (Regionalplan) | Settlement (regional plan) | Sydlenje (regionalny plan)`,
  regionSettlementPriority: region`Vorrang: Siedlung | Priority: settlement | Priorita: sydlenje`,
  regionSettlementReserve: regionOver`Vorbehalt: Siedlung | Reserve: settlement | Wuměnjenje: sydlenje`,
  regionWork: region`Gewerbe und Handel (Regionalplan) | Industry and retail (regional plan) | Přemysł a wikowanje (regionalny plan)`,
  regionWorkPriority: region`Vorrang: Gewerbe und Handel | Priority: industry and retail | Priorita: přemysł a wikowanje`,
  regionWorkReserve: regionOver`Vorbehalt: Gewerbe und Handel | Reserve: industry and retail | Wuměnjenje: přemysł a wikowanje`,
  regionRecreation: region`Erholung (Regionalplan) | Recreation (regional plan) | Wočerstwjenje (regionalny plan)`,
  regionRecreationPriority: region`Vorrang: Erholung | Priority: recreation | Priorita: wočerstwjenje`,
  regionRecreationReserve: regionOver`Vorbehalt: Erholung | Reserve: recreation | Wuměnjenje: wočerstwjenje`,
  regionExcluded: regionOver`Ausschlussgebiet | Exclusion area | Wuzamknjena kónčina`,
  regionCentre: regionSign`Zentraler Ort, Funktion | Central place, function | Centralne městno`,
  regionTraffic: regionLine`Verkehr der Region | Traffic of the region | Wobchad regiona`,
  regionSupply: regionOver`Infrastruktur der Region | Infrastructure of the region | Infrastruktura regiona`,
  regionAxis: regionLine`Achse | Axis | Wóska`,
  regionCategory: regionOver`Raumkategorie | Category of area | Rumowa kategorija`,
} as const satisfies Record<string, PlanStyle>

export type PlanStyleKey = keyof typeof PLAN_STYLES

export const isPlanStyle = (key: unknown): key is PlanStyleKey =>
  typeof key === 'string' && Object.hasOwn(PLAN_STYLES, key)
