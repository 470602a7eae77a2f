import { table } from './table.ts'

/** Codes that say what a plan is and how far it has come. */
export const PLAN_CODES = {
  rechtsstandBP: table(`
1000|Aufstellungsbeschluss|resolved to be drawn up
2000|im Verfahren|in procedure
2100|frühzeitige Beteiligung der Behörden|early participation of authorities
2200|frühzeitige Beteiligung der Öffentlichkeit|early public participation
2250|Entwurfsbeschluss|draft adopted
2300|Beteiligung der Behörden|participation of authorities
2400|öffentliche Auslegung|public display
3000|Satzung beschlossen|adopted as by-law
4000|in Kraft getreten|in force
4500|teilweise außer Kraft|partly out of force
45000|durch Verfahren teilweise aufgehoben|partly repealed by procedure
45001|ohne Verfahren teilweise außer Kraft|partly out of force without procedure
5000|außer Kraft|out of force
50000|durch Verfahren aufgehoben|repealed by procedure
50001|ohne Verfahren außer Kraft|out of force without procedure
`),
  rechtsstandFP: table(`
1000|Aufstellungsbeschluss|resolved to be drawn up
2000|im Verfahren|in procedure
2100|frühzeitige Beteiligung der Behörden|early participation of authorities
2200|frühzeitige Beteiligung der Öffentlichkeit|early public participation
2250|Entwurfsbeschluss|draft adopted
2300|Beteiligung der Behörden|participation of authorities
2400|öffentliche Auslegung|public display
3000|erstellt|drawn up
4000|wirksam|in effect
5000|außer Kraft|out of force
50000|durch Verfahren aufgehoben|repealed by procedure
50001|ohne Verfahren außer Kraft|out of force without procedure
`),
  rechtsstandRP: table(`
1000|Aufstellungsbeschluss|resolved to be drawn up
2000|Entwurf|draft
2001|Entwurf genehmigt|draft approved
2002|Entwurf geändert|draft changed
2003|Entwurf aufgegeben|draft given up
2004|Entwurf ruht|draft suspended
3000|Plan|plan
4000|in Kraft getreten|in force
5000|allgemeine Planungsabsicht|general intention
5500|teilweise außer Kraft|partly out of force
6000|außer Kraft|out of force
7000|ungültig|void
`),
  rechtsstandLP: table(`
1000|Aufstellungsbeschluss|resolved to be drawn up
2000|Vorentwurf oder Entwurf|draft
3000|erstellt|drawn up
4000|wirksam|in effect
5000|nicht mehr wirksam|no longer in effect
6000|in Fortschreibung|under revision
`),
  planArtBP: table(`
1000|Bebauungsplan|binding land-use plan
10000|einfacher Bebauungsplan|simple binding land-use plan
10001|qualifizierter Bebauungsplan|qualified binding land-use plan
10002|Bebauungsplan zur Wohnraumversorgung|binding land-use plan for housing supply
3000|vorhabenbezogener Bebauungsplan|project-based binding land-use plan
3100|Vorhaben- und Erschließungsplan|project and infrastructure plan
4000|Innenbereichssatzung|by-law for the built-up area
40000|Klarstellungssatzung|clarification by-law
40001|Entwicklungssatzung|development by-law
40002|Ergänzungssatzung|supplementary by-law
5000|Außenbereichssatzung|by-law for the outlying area
7000|örtliche Bauvorschrift|local building rule
9999|sonstiger Bebauungsplan|other binding land-use plan
`),
  planArtFP: table(`
1000|Flächennutzungsplan|preparatory land-use plan
2000|gemeinsamer Flächennutzungsplan|joint preparatory land-use plan
3000|regionaler Flächennutzungsplan|regional preparatory land-use plan
4000|Flächennutzungsplan mit regionalplanerischen Festlegungen|preparatory land-use plan with regional rules
5000|sachlicher Teilflächennutzungsplan|sectoral preparatory land-use plan
9999|sonstiger Flächennutzungsplan|other preparatory land-use plan
`),
  planArtRP: table(`
1000|Regionalplan|regional plan
2000|sachlicher Teilplan (regional)|sectoral regional plan
2001|sachlicher Teilplan (landesweit)|sectoral plan for the Land
3000|Braunkohlenplan|lignite mining plan
4000|landesweiter Raumordnungsplan|spatial plan for the Land
5000|Standortkonzept des Bundes|federal location plan
5001|Plan für die ausschließliche Wirtschaftszone|plan for the exclusive economic zone
6000|räumlicher Teilplan|plan for part of a region
9999|sonstiger Raumordnungsplan|other spatial plan
`),
  planArtLP: table(`
1000|Landschaftsprogramm|landscape programme
2000|Landschaftsrahmenplan|landscape framework plan
3000|Landschaftsplan|landscape plan
4000|Grünordnungsplan|green space plan
9999|sonstiger Landschaftsplan|other landscape plan
`),
  verfahrenBP: table(`
1000|Regelverfahren|regular procedure
2000|vereinfachtes Verfahren (§ 13 BauGB)|simplified procedure
3000|beschleunigtes Verfahren (§ 13a BauGB)|accelerated procedure
4000|beschleunigtes Verfahren (§ 13b BauGB)|accelerated procedure (outlying areas)
`),
  verfahrenFP: table(`
1000|Regelverfahren|regular procedure
2000|vereinfachtes Verfahren (§ 13 BauGB)|simplified procedure
`),
  verfahrenRP: table(`
1000|Änderung|amendment
2000|Teilfortschreibung|partial revision
3000|Neuaufstellung|new plan
4000|Gesamtfortschreibung|full revision
5000|Aktualisierung|update
6000|Neubekanntmachung|republication
`),
  externeReferenzTyp: table(`
1000|Beschreibung|description
1010|Begründung|explanatory report
1020|Legende|legend
1030|rechtsverbindlicher Plan|legally binding plan
1040|Plangrundlage|base map
1050|Umweltbericht|environmental report
1060|Satzung|by-law
1065|Verordnung|ordinance
1070|Karte|map
1080|Erläuterung|commentary
1090|zusammenfassende Erklärung|summary statement
2000|Koordinatenliste|list of coordinates
2100|Grundstücksverzeichnis|list of parcels
2200|Pflanzliste|list of plants
2300|Grünordnungsplan|green space plan
2400|Erschließungsvertrag|infrastructure contract
2500|Durchführungsvertrag|implementation contract
2600|städtebaulicher Vertrag|urban development contract
2700|umweltbezogene Stellungnahmen|environmental statements
2800|Beschluss|resolution
2900|Vorhaben- und Erschließungsplan|project and infrastructure plan
3000|Metadaten|metadata
3100|städtebauliches Entwicklungskonzept|urban development concept
4000|Genehmigung|approval
5000|Bekanntmachung|public notice
6000|Rechtsgrundlage|legal basis
9998|rechtsverbindliches Dokument|legally binding document
9999|sonstiges Dokument|other document
`),
  rechtscharakterBP: table(`
1000|Festsetzung|binding designation
2000|nachrichtliche Übernahme|taken over from another plan
3000|Hinweis|note
4000|Vermerk|remark
5000|Kennzeichnung|marking
`),
  rechtscharakterXP: table(`
1000|Festsetzung|binding designation
2000|nachrichtliche Übernahme|taken over from another plan
3000|Darstellung im Flächennutzungsplan|indication of the preparatory land-use plan
4000|Ziel der Raumordnung|aim of spatial planning
4100|Grundsatz der Raumordnung|principle of spatial planning
4200|nachrichtlich übernommenes Ziel|aim taken over from another plan
4300|nachrichtlich übernommener Grundsatz|principle taken over from another plan
4400|nur zur Information|for information only
4500|Ziel im Text|aim in the text
4600|Ziel und Grundsatz|aim and principle
4700|Vorschlag|proposal
5000|Festsetzung im Landschaftsplan|designation of the landscape plan
5100|geplante Festsetzung im Landschaftsplan|planned designation of the landscape plan
5200|Darstellung im Landschaftsplan|indication of the landscape plan
5300|Inhalt des Landschaftsplans|content of the landscape plan
6000|Hinweis|note
7000|Kennzeichnung|marking
8000|Vermerk|remark
`),
  rechtscharakterFP: table(`
1000|Darstellung|indication
2000|nachrichtliche Übernahme|taken over from another plan
3000|Hinweis|note
4000|Vermerk|remark
5000|Kennzeichnung|marking
`),
  rechtscharakterSO: table(`
1000|Festsetzung|binding designation
1500|Darstellung|indication
1800|Inhalt eines Landschaftsplans|content of a landscape plan
2000|nachrichtliche Übernahme|taken over from another plan
3000|Hinweis|note
4000|Vermerk|remark
5000|Kennzeichnung|marking
`),
  rechtscharakterRP: table(`
1000|Ziel der Raumordnung|aim of spatial planning
2000|Grundsatz der Raumordnung|principle of spatial planning
3000|nachrichtliche Übernahme|taken over from another plan
4000|nachrichtlich übernommenes Ziel|aim taken over from another plan
5000|nachrichtlich übernommener Grundsatz|principle taken over from another plan
6000|nur zur Information|for information only
7000|Ziel im Text|aim in the text
8000|Ziel und Grundsatz|aim and principle
9000|Vorschlag|proposal
`),
}
