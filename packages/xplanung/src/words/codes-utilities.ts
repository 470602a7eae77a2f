import { table } from './table.ts'

/** Codes of utilities, marked areas and water management. */
export const UTILITY_CODES = {
  verEntsorgung: table(`
1000|Elektrizität|electricity
10000|Hochspannungsleitung|high-voltage line
10001|Trafostation|transformer station
10002|Solarkraftwerk|solar power station
10003|Windenergieanlage|wind turbine
10004|Geothermie|geothermal power
10005|Elektrizitätswerk|power station
10006|Wasserkraftwerk|hydro-electric power station
10007|Biomassekraftwerk|biomass power station
10008|Kabel|cable
10009|Niederspannungsleitung|low-voltage line
100010|Leitungsmast|pylon
100011|Kernkraftwerk|nuclear power station
100012|Kohlekraftwerk|coal-fired power station
100013|Gaskraftwerk|gas-fired power station
1200|Gas|gas
12000|Ferngasleitung|long-distance gas main
12001|Gaswerk|gasworks
12002|Gasbehälter|gas holder
12003|Gasdruckregler|gas pressure regulator
12004|Gasstation|gas station
12005|Gasleitung|gas main
1300|Erdöl|oil
13000|Erdölleitung|oil pipeline
13001|Bohrstelle|drilling site
13002|Erdölpumpstation|oil pumping station
13003|Öltank|oil tank
1400|Wärme|heating
14000|Blockheizkraftwerk|combined heat and power unit
14001|Fernwärmeleitung|district heating main
14002|Fernheizwerk|district heating station
1600|Wasser|water
16000|Wasserwerk|waterworks
16001|Trinkwasserleitung|drinking water main
16002|Wasserspeicher|reservoir
16003|Brunnen|well
16004|Pumpwerk|pumping station
16005|Quelle|spring
1800|Abwasser|waste water
18000|Abwasserleitung|sewer
18001|Abwasserrückhaltebecken|waste water basin
18002|Abwasserpumpwerk|sewage pumping station
18003|Kläranlage|sewage works
18004|Klärschlamm|sewage sludge
18005|sonstige Abwasserbehandlung|other sewage treatment
18006|Salz- oder Soleleitung|brine main
2000|Regenwasser|rain water
20000|Regenrückhaltebecken|rain water basin
20001|Niederschlagswasserleitung|rain water sewer
2200|Abfall|waste
22000|Müllumladestation|waste transfer station
22001|Müllbeseitigung|waste disposal
22002|Müllsortierung|waste sorting
22003|Recyclinghof|recycling centre
2400|Ablagerung|landfill
24000|Erdaushubdeponie|soil landfill
24001|Bauschuttdeponie|rubble landfill
24002|Hausmülldeponie|household waste landfill
24003|Sondermülldeponie|hazardous waste landfill
24004|stillgelegte Deponie|closed landfill
24005|rekultivierte Deponie|recultivated landfill
2600|Telekommunikation|telecommunications
26000|Fernmeldeanlage|telephone installation
26001|Mobilfunk|mobile phone mast
26002|Fernmeldekabel|telephone cable
2800|erneuerbare Energien|renewable energy
3000|Kraft-Wärme-Kopplung|combined heat and power
9999|Sonstiges|other
99990|Produktenleitung|product pipeline
`),
  kennzeichnung: table(`
1000|Vorkehrungen gegen Naturgewalten nötig|precautions against natural forces needed
2000|Abbau von Mineralien|mineral extraction
3000|Vorkehrungen gegen äußere Einwirkungen nötig|precautions against outside effects needed
4000|mit umweltgefährdenden Stoffen belasteter Boden|soil with hazardous substances
5000|Lärmbelastung|exposed to noise
6000|Bergbau|mining below
7000|Bodenordnung|land reallocation
8000|Vorhabengebiet|project area
9999|Sonstiges|other
`),
  wasserwirtschaft: table(`
1000|Hochwasserrückhaltebecken|flood retention basin
1100|überschwemmungsgefährdetes Gebiet|area at risk of flooding
1200|Versickerungsfläche|infiltration area
1300|Entwässerungsgraben|drainage ditch
1400|Deich|dike
1500|Regenrückhaltebecken|rain water basin
9999|Sonstiges|other
`),
  privilegiert: table(`
1000|Land- und Forstwirtschaft|farming and forestry
10000|Aussiedlerhof|resettled farm
10001|Altenteil|retirement house
10002|Reiterhof|riding stables
10003|Gartenbau|horticulture
10004|Baumschule|tree nursery
1200|öffentliche Versorgung|public supply
12000|Wasserversorgung|water supply
12001|Gasversorgung|gas supply
12002|Wärmeversorgung|heating supply
12003|Elektrizität|electricity
12004|Telekommunikation|telecommunications
12005|Abwasser|waste water
1600|ortsgebundener Betrieb|enterprise bound to its place
1800|erneuerbare Energien|renewable energy
9999|Sonstiges|other
`),
}
