import { table } from './table.ts'

/** Codes of designations under other laws (SO) and of spatial plans (RP). */
export const OTHER_CODES = {
  gebietsArt: table(`
1000|Umlegungsgebiet|land reallocation area
1100|Sanierungsgebiet|urban renewal area
1200|Entwicklungsbereich|development area
1300|Stadtumbaugebiet|urban restructuring area
1400|Soziale Stadt|social city area
1500|Geschäftsstraßenquartier|business improvement district
1600|Geschäftsstraßenquartier|business improvement district
1700|Erhaltungsgebiet|conservation area
17000|Erhaltung der städtebaulichen Gestalt|conservation of the townscape
17001|Erhaltung der Wohnbevölkerung|protection of residents
17002|städtebauliche Umstrukturierung|urban restructuring
1999|Erhaltungsgebiet|conservation area
2000|Erhaltung der städtebaulichen Gestalt|conservation of the townscape
2100|Erhaltung der Wohnbevölkerung|protection of residents
2200|städtebauliche Umstrukturierung|urban restructuring
2300|Konzept zur Innenentwicklung|inner development concept
2400|angespannter Wohnungsmarkt|tight housing market
2500|angespannter Wohnungsmarkt|tight housing market
9999|Sonstiges|other
`),
  denkmal: table(`
1000|Ensemble|ensemble
1100|Einzelanlage|single monument
1200|Grabungsschutzgebiet|protected excavation area
1300|engere Pufferzone einer Welterbestätte|inner buffer zone of a world heritage site
1400|weitere Pufferzone einer Welterbestätte|outer buffer zone of a world heritage site
1500|archäologisches Denkmal|archaeological monument
1600|Bodendenkmal|buried monument
9999|Sonstiges|other
`),
  boden: table(`
1000|schädliche Bodenveränderung|harmful change of the soil
2000|Altlast|contaminated site
20000|Altablagerung|old landfill
20001|Altstandort|former industrial site
20002|Altstandort einer Ablagerung|former landfill site
`),
  wasserschutz: table(`
1000|Wasserschutzgebiet|water protection area
10000|Schutzgebiet für Grund- und Quellwasser|ground water protection area
10001|Schutzgebiet für Oberflächenwasser|surface water protection area
2000|Heilquellenschutzgebiet|medicinal spring protection area
9999|Sonstiges|other
`),
  wasserrecht: table(`
1000|Gewässer|water
10000|Gewässer 1. Ordnung|water of the first order
10001|Gewässer 2. Ordnung|water of the second order
10002|Gewässer 3. Ordnung|water of the third order
2000|Überschwemmungsgebiet|flood plain
20000|festgesetztes Überschwemmungsgebiet|designated flood plain
20001|vorläufiges Überschwemmungsgebiet|provisional flood plain
20002|überschwemmungsgefährdetes Gebiet|area at risk of flooding
3000|Risikogebiet|risk area
4000|Risikogebiet außerhalb von Überschwemmungsgebieten|risk area outside flood plains
5000|Hochwasserentstehungsgebiet|flood formation area
9999|Sonstiges|other
`),
  naturschutz: table(`
1000|Naturschutzgebiet|nature reserve
1100|Nationalpark|national park
1200|Biosphärenreservat|biosphere reserve
1300|Landschaftsschutzgebiet|landscape protection area
1400|Naturpark|nature park
1500|Naturdenkmal|natural monument
1600|geschützter Landschaftsbestandteil|protected part of the landscape
1700|gesetzlich geschütztes Biotop|habitat protected by law
1800|Natura 2000|Natura 2000
18000|Gebiet gemeinschaftlicher Bedeutung|site of community importance
18001|Vogelschutzgebiet|bird protection area
2000|Nationales Naturmonument|national natural monument
9999|Sonstiges|other
`),
  schiene: table(`
1000|Bahnanlage|railway facility
10000|Bahnanlage der DB|railway facility of DB
10001|Personenbahnhof|passenger station
10002|Fernbahnhof|long-distance station
10003|Güterbahnhof|goods station
1200|Bahnlinie|railway line
12000|Personenbahn|passenger line
12001|Regionalbahn|regional line
12002|Kleinbahn|light railway
12003|Güterbahn|goods line
12004|Werks- oder Hafenbahn|works or harbour railway
12005|Seilbahn|cable car
1400|Nahverkehr auf Schienen|local rail transport
14000|Straßenbahn|tram
14001|U-Bahn|underground
14002|S-Bahn|suburban railway
14003|Haltestelle|stop
9999|Sonstiges|other
`),
  luft: table(`
1000|Flughafen|airport
2000|Landeplatz|airfield
3000|Segelfluggelände|gliding site
4000|Hubschrauberlandeplatz|heliport
5000|Ballonstartplatz|balloon site
6000|Lärmschutzbereich|noise protection zone
7000|Höhenbeschränkung|height restriction
9999|Sonstiges|other
`),
  strassenrecht: table(`
1000|Bundesautobahn|motorway
1100|Bundesstraße|federal road
1200|Landes- oder Staatsstraße|state road
1300|Kreisstraße|district road
1400|Gemeindestraße|municipal road
9999|sonstige öffentliche Straße|other public road
`),
  grenze: table(`
1000|Bundesgrenze|national boundary
1100|Landesgrenze|Land boundary
1200|Grenze eines Regierungsbezirks|boundary of a government region
1250|Bezirksgrenze|borough boundary
1300|Kreisgrenze|district boundary
1400|Gemeindegrenze|municipal boundary
1450|Grenze einer Verbandsgemeinde|boundary of an association of municipalities
1500|Grenze einer Samtgemeinde|boundary of a joint municipality
1510|Grenze einer Mitgliedsgemeinde|boundary of a member municipality
1550|Amtsgrenze|boundary of an Amt
1600|Stadtteilgrenze|boundary of a city district
2000|vorgeschlagene Grundstücksgrenze|proposed parcel boundary
2100|Geltungsbereich eines bestehenden Plans|territory of an existing plan
9999|sonstige Grenze|other boundary
`),
  baubeschraenkung: table(`
1000|Bauverbot|no building
2000|Baubeschränkung|restricted building
3000|Abstand zu Wald, Moor oder Heide|distance from wood, moor or heath
9999|Sonstiges|other
`),
  gebietsTypRP: table(`
1000|Vorranggebiet|priority area
1001|Vorrangstandort|priority site
1100|Vorbehaltsgebiet|reserve area
1101|Vorbehaltsstandort|reserve site
1200|Eignungsgebiet|suitable area
1300|Vorrang- und Eignungsgebiet|priority and suitable area
1400|Ausschlussgebiet|exclusion area
1500|Vorsorgegebiet|precautionary area
1501|Vorsorgestandort|precautionary site
1600|Vorzugsraum|preferred area
1700|Potenzialgebiet|potential area
1800|Schwerpunktraum|focus area
9999|sonstiges Gebiet|other area
`),
  energieRP: table(`
1000|Windenergie|wind energy
2000|Solarenergie|solar energy
3000|Geothermie|geothermal energy
4000|Biomasse|biomass
5000|Wasserkraft|hydro-electric power
9999|sonstige erneuerbare Energie|other renewable energy
`),
  zentralerOrtRP: table(`
1000|Oberzentrum|high-order centre
1001|gemeinsames Oberzentrum|joint high-order centre
2000|Mittelzentrum|middle-order centre
3000|Grundzentrum|basic centre
3001|Unterzentrum|lower-order centre
4000|Kleinzentrum|small centre
9000|Metropole|metropolis
9999|sonstiger zentraler Ort|other central place
`),
}
