import { table } from './table.ts'

/** Codes of how and for what may be built. */
export const BUILDING_CODES = {
  besondereArt: table(`
1000|WS!Kleinsiedlungsgebiet|small-holding housing
1100|WR!Reines Wohngebiet|purely residential
1200|WA!Allgemeines Wohngebiet|general residential
1300|WB!Besonderes Wohngebiet|special residential
1400|MD!Dorfgebiet|village
1450|MDW!Dörfliches Wohngebiet|village residential
1500|MI!Mischgebiet|mixed use
1550|MU!Urbanes Gebiet|urban area
1600|MK!Kerngebiet|town centre
1700|GE!Gewerbegebiet|commercial
1800|GI!Industriegebiet|industrial
2000|SO!Sondergebiet Erholung|special area for recreation
2100|SO!Sondergebiet|special area
3000|SO!Wochenendhausgebiet|weekend houses
4000|SO!Sondergebiet|special area
9999|Sonstiges Gebiet|other area
`),
  allgArt: table(`
1000|W!Wohnbaufläche|housing area
2000|M!Gemischte Baufläche|mixed area
3000|G!Gewerbliche Baufläche|commercial area
4000|S!Sonderbaufläche|special area
9999|Sonstige Baufläche|other area
`),
  sondernutzung: table(`
1000|Wochenendhäuser|weekend houses
1100|Ferienhäuser|holiday homes
1200|Camping|camping
1300|Kur|spa
1400|Erholung|recreation
1500|Einzelhandel|retail
1600|großflächiger Einzelhandel|large-scale retail
16000|Läden|shops
16001|Einkaufszentrum|shopping centre
16002|sonstiger großflächiger Einzelhandel|other large-scale retail
1650|Großhandel|wholesale
1700|Verkehrsübungsplatz|driving practice ground
1800|Hafen|harbour
1900|erneuerbare Energien|renewable energy
2000|Militär|military
2100|Landwirtschaft|agriculture
2200|Sport|sports
2300|Gesundheit und Soziales|health and social services
23000|Klinik|hospital
2400|Golf|golf
2500|Kultur|culture
2600|Tourismus|tourism
2700|Büros und Verwaltung|offices and administration
2720|Justiz|justice
2800|Hochschule|university
2900|Messe|trade fair
9999|Sonstiges|other
`),
  bauweise: table(`
1000|offene Bauweise|detached building style
2000|geschlossene Bauweise|closed building style
3000|abweichende Bauweise|particular building style
`),
  bebauungsArt: table(`
1000|nur Einzelhäuser|detached houses only
2000|nur Doppelhäuser|semi-detached houses only
3000|nur Hausgruppen|terraced houses only
4000|nur Einzel- und Doppelhäuser|detached and semi-detached houses only
5000|nur Einzelhäuser und Hausgruppen|detached and terraced houses only
6000|nur Doppelhäuser und Hausgruppen|semi-detached and terraced houses only
7000|nur Reihenhäuser|row houses only
8000|Einzelhäuser, Doppelhäuser und Hausgruppen|detached, semi-detached and terraced houses
`),
  dachform: table(`
1000|Flachdach|flat roof
2100|Pultdach|monopitch roof
2200|versetztes Pultdach|offset monopitch roof
3000|geneigtes Dach|pitched roof
3100|Satteldach|gable roof
3200|Walmdach|hipped roof
3300|Krüppelwalmdach|half-hipped roof
3400|Mansarddach|mansard roof
3500|Zeltdach|pyramid roof
3600|Kegeldach|conical roof
3700|Kuppeldach|dome
3800|Sheddach|saw-tooth roof
3900|Bogendach|arched roof
4000|Turmdach|tower roof
4100|Tonnendach|barrel roof
5000|gemischte Dachform|mixed roofs
9999|sonstige Dachform|other roof
`),
  spezielleBauweise: table(`
1000|Durchfahrt|passage for vehicles
1100|Durchgang|passage on foot
1200|Durchfahrt oder Durchgang|passage
1300|Auskragung|overhang
1400|Arkade|arcade
1500|Luftgeschoss|open ground floor
1600|Brücke|bridge
1700|Tunnel|tunnel
1800|Rampe|ramp
9999|sonstige|other
`),
  wegerecht: table(`
1000|Gehrecht|right to walk
2000|Fahrrecht|right to drive
2500|Radfahrrecht|right to cycle
3000|Geh- und Fahrrecht|right to walk and drive
4000|Leitungsrecht|right to lay mains
4100|Geh- und Leitungsrecht|right to walk and to lay mains
4200|Fahr- und Leitungsrecht|right to drive and to lay mains
5000|Geh-, Fahr- und Leitungsrecht|right to walk, drive and lay mains
9999|sonstiges Nutzungsrecht|other right of use
`),
  ohneEinfahrt: table(`
1000|ohne Einfahrt|no entry
2000|ohne Ausfahrt|no exit
3000|ohne Ein- und Ausfahrt|no entry or exit
`),
  einfahrt: table(`
1000|nur Einfahrt|entry only
2000|nur Ausfahrt|exit only
3000|Ein- und Ausfahrt|entry and exit
`),
  abgrenzung: table(`
1000|unterschiedliche Nutzung|different uses
2000|unterschiedliches Maß der Nutzung|different intensity of use
9999|sonstige Abgrenzung|other limit
`),
  laermpegel: table(`
1000|Lärmpegelbereich I|noise level zone I
1100|Lärmpegelbereich II|noise level zone II
1200|Lärmpegelbereich III|noise level zone III
1300|Lärmpegelbereich IV|noise level zone IV
1400|Lärmpegelbereich V|noise level zone V
1500|Lärmpegelbereich VI|noise level zone VI
1600|Lärmpegelbereich VII|noise level zone VII
1700|eigener Lärmpegelbereich|noise level zone of its own
`),
  immissionsschutz: table(`
1000|freizuhaltende Schutzfläche|protective area to be kept clear
2000|besondere Anlagen und Vorkehrungen|special installations
`),
  strassenkoerper: table(`
1000|Aufschüttung|embankment
2000|Abgrabung|cutting
3000|Stützmauer|retaining wall
`),
  massnahmeABE: table(`
1000|Erhaltung von|preservation of
2000|Anpflanzung von|planting of
3000|Anpflanzung und Erhaltung von|planting and preservation of
`),
  gegenstandABE: table(`
1000|Bäumen|trees
1100|Kopfbäumen|pollarded trees
1200|einer Baumreihe|a row of trees
2000|Sträuchern|shrubs
2050|Bäumen und Sträuchern|trees and shrubs
2100|einer Hecke|a hedge
2200|einem Knick|a hedge bank
3000|sonstiger Bepflanzung|other plants
4000|Gewässern|water
5000|Fassadenbegrünung|green façades
6000|Dachbegrünung|green roofs
`),
  zieleSPE: table(`
1000|Schutz und Pflege|protection and care
2000|Entwicklung|development
3000|Neuanlage|new creation
4000|Schutz, Pflege und Entwicklung|protection, care and development
9999|sonstiges Ziel|other aim
`),
  nutzungsform: table(`
1000|privat|private
2000|öffentlich|public
`),
  hoehenbezugspunkt: table(`
1000|Traufhöhe|eaves height
2000|Firsthöhe|ridge height
3000|Oberkante|upper edge
3500|lichte Höhe|clearance
4000|Sockelhöhe|plinth height
4500|Fußbodenhöhe im Erdgeschoss|ground floor level
5000|Höhe baulicher Anlagen|height of structures
5500|Unterkante|lower edge
6000|Gebäudehöhe|building height
6500|Wandhöhe|wall height
6600|Geländeoberkante|ground level
`),
  nebenanlagen: table(`
1000|Stellplätze|parking spaces
2000|Garagen|garages
3000|Spielplatz|playground
3100|Carport|carport
3200|Tiefgarage|underground car park
3300|Nebengebäude|outbuildings
3400|Abfallsammelanlage|waste collection
3500|Energieverteilung|energy distribution
3600|Wertstoffbehälter|recycling containers
3700|Fahrradstellplätze|bicycle parking
3800|Lärmschutzanlagen|noise barriers
3900|Abwasser und Regenwasser|waste water and rain water
4000|Ausgleichsmaßnahmen|compensation measures
4100|Fahrradstellplätze|bicycle parking
4200|Dachgarten|roof garden
4300|nutzbare Dachflächen|usable roofs
9999|Sonstiges|other
`),
}
