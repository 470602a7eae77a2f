import { table } from './table.ts'

const STREET_PLACES = `
14000|Verkehrsberuhigter Bereich|traffic-calmed area
14001|Platz|square
14002|Fußgängerbereich|pedestrian area
14003|Rad- und Fußweg|path for walking and cycling
14004|Radweg|cycle path
14005|Fußweg|footpath
14006|Wanderweg|hiking path
14007|Reit- und Kutschweg|bridleway
14008|Rastanlage|rest area
14009|Busbahnhof|bus station
140010|Brücke (überführender Verkehr)|bridge, traffic above
140011|Brücke (unterführender Verkehr)|bridge, traffic below
140012|Wirtschaftsweg|farm track
140013|landwirtschaftlicher Verkehr|farm traffic
14014|Anschlussfläche|connecting area
14015|Verkehrsgrün|roadside green
1600|ruhender Verkehr|parking
16000|Parkplatz|car park
16001|Fahrradabstellplatz|bicycle parking
16002|Park-and-Ride|park and ride
16003|Bike-and-Ride|bike and ride
16004|Parkhaus|multi-storey car park
16005|Carsharing|car sharing
16006|gemeinschaftlich genutzte Fahrräder|shared bicycles
3000|Carsharing|car sharing
3100|gemeinschaftlich genutzte Fahrräder|shared bicycles
3200|Bike-and-Ride|bike and ride
3300|Parkhaus|multi-storey car park
3400|Mischverkehrsfläche|shared space
3500|Ladestation für Elektrofahrzeuge|charging station for electric vehicles
9999|Sonstiges|other`

/** Codes of what an area is for (Zweckbestimmung), by the kind of area. */
export const PURPOSE_CODES = {
  gemeinbedarf: table(`
1000|öffentliche Verwaltung|public administration
10000|kommunale Einrichtung|municipal facility
10001|Betrieb mit öffentlicher Aufgabe|public enterprise
10002|Anlage des Bundes oder Landes|federal or Land facility
10003|sonstige öffentliche Verwaltung|other public administration
1200|Bildung und Forschung|education and research
12000|Schule|school
12001|Hochschule|university
12002|berufsbildende Schule|vocational school
12003|Forschungseinrichtung|research institute
12004|sonstige Bildungseinrichtung|other education
1400|Kirche und religiöse Einrichtungen|religious facility
14000|Kirche oder anderes Gotteshaus|place of worship
14001|kirchliche Verwaltung|religious administration
14002|Gemeindehaus|parish hall
14003|sonstige religiöse Einrichtung|other religious facility
1600|soziale Zwecke|social services
16000|Einrichtung für Kinder|children's facility
16001|Einrichtung für Jugendliche|youth facility
16002|Einrichtung für Familien und Erwachsene|facility for families and adults
16003|Einrichtung für Senioren|facility for the elderly
16004|sonstige soziale Einrichtung|other social facility
16005|Einrichtung für Menschen mit Behinderung|facility for people with disabilities
1800|Gesundheit|health
18000|Krankenhaus|hospital
18001|sonstige Gesundheitseinrichtung|other health facility
2000|Kultur|culture
20000|Musik und Theater|music and theatre
20001|kulturelle Bildung|cultural education
20002|sonstige kulturelle Einrichtung|other cultural facility
2200|Sport|sports
22000|Schwimmbad|swimming pool
22001|Sportplatz oder Sporthalle|sports ground or hall
22002|sonstige Sporteinrichtung|other sports facility
2400|Sicherheit und Ordnung|safety and order
24000|Feuerwehr|fire brigade
24001|Schutzbauwerk|shelter
24002|Justiz|justice
24003|sonstige Einrichtung für Sicherheit|other safety facility
2600|Infrastruktur|infrastructure
26000|Post|post office
26001|sonstige Infrastruktur|other infrastructure
9999|Sonstiges|other
`),
  gruen: table(`
1000|Parkanlage|park
10000|historischer Park|historic park
10001|naturnaher Park|semi-natural park
10002|Park mit Waldcharakter|woodland park
10003|Park am Ufer|riverside park
1200|Dauerkleingärten|allotment gardens
12000|Erholungsgärten|leisure gardens
1400|Sportplatz|sports ground
14000|Reitsport|horse riding
14001|Hundesport|dog sports
14002|Wassersport|water sports
14003|Schießstand|shooting range
14004|Golfplatz|golf course
14005|Skisport|skiing
14006|Tennis|tennis
14007|sonstiger Sportplatz|other sports ground
1600|Spielplatz|playground
16000|Bolzplatz|football pitch
16001|Abenteuerspielplatz|adventure playground
1800|Zeltplatz|campsite
18000|Campingplatz|caravan site
2000|Badeplatz|bathing place
2200|Freizeit und Erholung|leisure and recreation
22000|Kleintierhaltung|keeping small animals
22001|Festplatz|fairground
2400|besondere Grünfläche|special green space
24000|Straßenbegleitgrün|roadside green
24001|Böschung|slope
24002|Feld, Wald, Wiese|field, wood, meadow
24003|Uferstreifen|bank of a water
24004|Abschirmgrün|screen planting
24005|Umweltbildung|environmental education
24006|ruhender Verkehr|parking
2600|Friedhof|cemetery
2700|Naturerfahrungsraum|nature experience area
9999|Sonstiges|other
99990|Gärtnerei|nursery garden
`),
  spielSport: table(`
1000|Sportanlage|sports ground
2000|Spielanlage|playground
3000|Spiel- und Sportanlage|play and sports ground
9999|Sonstiges|other
`),
  strasseBP: table(`
1000|Parkplatz|car park
1100|Fußgängerbereich|pedestrian area
1200|verkehrsberuhigter Bereich|traffic-calmed area
1300|Rad- und Fußweg|path for walking and cycling
1400|Radweg|cycle path
1500|Fußweg|footpath
1550|Wanderweg|hiking path
1560|Reit- oder Kutschweg|bridleway
1580|Wirtschaftsweg|farm track
1600|Fahrradabstellplatz|bicycle parking
1700|Brücke (überführender Verkehr)|bridge, traffic above
1800|Brücke (unterführender Verkehr)|bridge, traffic below
2000|Park-and-Ride|park and ride
2100|Platz|square
2200|Anschlussfläche|connecting area
2300|landwirtschaftlicher Verkehr|farm traffic
2400|Verkehrsgrün|roadside green
2500|Rastanlage|rest area
2600|Busbahnhof|bus station
3000|Carsharing|car sharing
3100|gemeinschaftlich genutzte Fahrräder|shared bicycles
3200|Bike-and-Ride|bike and ride
3300|Parkhaus|multi-storey car park
3400|Mischverkehrsfläche|shared space
3500|Ladestation für Elektrofahrzeuge|charging station for electric vehicles
9999|Sonstiges|other
`),
  strasse: table(`
1000|Autobahn|motorway
1200|Hauptverkehrsstraße|main road
1300|Ortsdurchfahrt|through road
1400|sonstiger Verkehrsweg|other road${STREET_PLACES}
`),
  landwirtschaft: table(`
1000|Landwirtschaft|agriculture
1100|Ackerbau|arable farming
1200|Wiesen und Weiden|meadows and pastures
1300|Gartenbau|horticulture
1400|Obstbau|fruit growing
1500|Weinbau|viticulture
1600|Imkerei|bee-keeping
1700|Binnenfischerei|inland fishing
9999|Sonstiges|other
`),
  wald: table(`
1000|Naturwald|natural forest
10000|Waldschutzgebiet|forest reserve
1200|Nutzwald|production forest
1400|Erholungswald|recreational forest
1600|Schutzwald|protective forest
16000|Bodenschutzwald|soil-protecting forest
16001|Biotopschutzwald|habitat forest
16002|naturnaher Wald|semi-natural forest
16003|Wald gegen schädliche Umwelteinwirkungen|forest against harmful effects
16004|Schonwald|sparing-use forest
1700|Bannwald|strict forest reserve
1800|Forstwirtschaft|forestry
1900|immissionsgeschädigter Wald|damaged forest
9999|Sonstiges|other
`),
  gewaesser: table(`
1000|Hafen|harbour
10000|Sportboothafen|marina
1100|stehendes Gewässer|standing water
1200|Fließgewässer|running water
9999|Sonstiges|other
`),
}
