/** A numbered paragraph (Absatz) of the explanatory report, as printed and as the reader shows it. */
export type ReportParagraph = {
  number: number
  /** E.g. "3 Städtebau". */
  chapter: string
  /** E.g. "3.1 Wohngebiete"; the chapter itself where it has no sections. */
  heading: string
  text: string
  /** Keys of the parts of the plan it is about; empty where it is about all of it. */
  planParts: string[]
}

type Section = { chapter: string; heading?: string; paragraphs: [text: string, ...planParts: string[]][] }

const sections: Section[] = [
  {
    chapter: '1 Anlass und Ziel',
    paragraphs: [
      [
        'Die Gärtnerei zwischen Neefestraße und Mühlbach hat ihren Betrieb 2018 aufgegeben. Seitdem liegt die Fläche von rund 5,2 Hektar brach. Der Stadtrat hat am 14. Mai 2025 beschlossen, dort Wohnungen zu ermöglichen und dafür den Bebauungsplan Nr. 37 aufzustellen.',
      ],
      [
        'Quellstedt braucht bis 2035 etwa 900 zusätzliche Wohnungen. Gesucht werden vor allem kleine Wohnungen ohne Stufen und bezahlbare Wohnungen für Familien. Beides fehlt im Mühlviertel besonders: Auf eine freie Wohnung kamen dort zuletzt 19 Bewerbungen.',
      ],
      [
        'Die Fläche ist erschlossen, liegt sechs Gehminuten von der Straßenbahn und muss nicht dem Außenbereich abgenommen werden. Das entspricht dem Grundsatz, Flächen im Inneren der Stadt zuerst zu nutzen.',
      ],
      [
        'Ziel ist ein Quartier mit 84 Wohnungen, davon mindestens 30 Prozent gefördert, einer Kita mit 60 Plätzen, einem öffentlichen Weg am Mühlbach und einem gemeinsamen Garten.',
      ],
      [
        'In der frühen Beteiligung vom 3. bis zum 28. März 2026 gingen 41 Beiträge ein. Neun davon haben den Entwurf verändert. Unter anderem ist die Promenade breiter geworden, und der Quartiersgarten ist hinzugekommen.',
        'bachpromenade',
        'quartiersgarten',
      ],
    ],
  },
  {
    chapter: '2 Lage im Stadtgebiet',
    paragraphs: [
      [
        'Das Plangebiet grenzt im Süden an die Lindenreihe der Neefestraße, im Westen an die Böschung der Kappler Drehe, im Norden an den Mühlbach und im Osten an die Gärten der Martha-Schrag-Straße. Eine schmale Zunge reicht bis an die Fahrbahn der Neefestraße, weil dort die Zufahrt geregelt werden muss.',
        'neue-strasse',
      ],
      [
        'Auf dem Gelände stehen vier Gewächshäuser, ein Heizhaus und mehrere Schuppen. Ein gemauertes Gewächshaus aus dem Jahr 1911 ist nicht in der Denkmalliste eingetragen. Es steht im künftigen Quartiersgarten; der Plan verlangt den Abbruch nicht.',
        'quartiersgarten',
      ],
      [
        'Der Flächennutzungsplan stellt die Fläche seit 2019 als Wohnbaufläche dar, am Mühlbach als Grünfläche. Der Bebauungsplan ist daraus entwickelt.',
      ],
      [
        'Das Gelände fällt von der Neefestraße zum Mühlbach um 4,20 Meter. Der Boden besteht unter dem Gartenboden aus Auelehm. Unter dem Heizhaus wurden Rückstände von Heizöl gefunden; dort wird der Boden bis in zwei Meter Tiefe ausgetauscht.',
        'wa-2',
      ],
      [
        'Das Grundstück gehört zu vier Fünfteln der Stadt. Der Rest ist im Eigentum von drei Familien; mit zweien bestehen Vorverträge. Umlegung oder Enteignung sind nicht vorgesehen.',
      ],
    ],
  },
  {
    chapter: '3 Städtebau',
    heading: '3.1 Wohngebiete',
    paragraphs: [
      [
        'Das Baugebiet WA 1 schließt die Lücke an der Neefestraße. Zulässig sind drei Geschosse und eine Wandhöhe von höchstens 10,50 Metern. Die Häuser stehen quer zur Straße, damit Luft vom Mühlbach in das Viertel gelangt, und sind zur Straße hin durch eine niedrigere Zeile verbunden, die den Lärm abhält.',
        'wa-1',
      ],
      [
        'Die Baugrenzen halten zu den Linden an der Neefestraße einen Abstand von fünf Metern. An vier Stellen ragt die Krone darüber hinaus; dort ist ein Pflegeschnitt vorgesehen. Ob fünf Meter für die Wurzeln genügen, hat ein Baumgutachter an sechs der 21 Linden untersucht.',
        'wa-1',
        'wa-2',
      ],
      [
        'In WA 1 sind im Erdgeschoss an der neuen Straße Räume für Läden, Praxen und Treffpunkte zulässig, zusammen bis zu 400 Quadratmeter. Verlangt wird diese Nutzung nicht, weil leere Läden niemandem helfen.',
        'wa-1',
      ],
      [
        'In WA 2 sind zwei Geschosse zulässig, weil im Süden und Osten Einfamilienhäuser anschließen. Vorgesehen sind Reihenhäuser und kleine Mehrfamilienhäuser, zusammen etwa 22 Wohnungen.',
        'wa-2',
      ],
      [
        'Der Abstand der Häuser in WA 2 zur Grenze der Gärten an der Martha-Schrag-Straße beträgt mindestens neun Meter. Das sind drei Meter mehr, als die Bauordnung verlangt. Balkone und Dachterrassen sind auf dieser Seite nicht zulässig.',
        'wa-2',
      ],
      [
        'Die Garagen am Ostrand von WA 2 stehen auf städtischem Grund. Die Pachtverträge enden 2028. Ersatz ist im Plan nicht vorgesehen; die Stadt bietet Stellplätze am Südring an.',
        'wa-2',
      ],
      [
        'In WA 3 am Bach sind drei Geschosse vorgesehen, zusammen etwa 30 Wohnungen in drei Häusern. Ob hier zwei Geschosse genügen, ist offen. Bei zwei Geschossen entfielen elf Wohnungen.',
        'wa-3',
      ],
      [
        'Eine Untersuchung der Verschattung liegt bei. Am 21. Dezember liegt die Promenade bei drei Geschossen ab 13.40 Uhr im Schatten, bei zwei Geschossen ab 14.50 Uhr. Im Sommerhalbjahr ist der Unterschied kleiner als zwanzig Minuten.',
        'wa-3',
        'bachpromenade',
      ],
      [
        'Zwischen den drei Häusern in WA 3 bleiben zwei Lücken von mindestens zwölf Metern frei. Sie sind von Nebenanlagen, Hecken über einem Meter und parkenden Autos freizuhalten.',
        'wa-3',
      ],
      [
        'Der Anteil geförderter Wohnungen wird im städtebaulichen Vertrag gesichert. Er gilt für jedes Baufeld einzeln, also auch am Bach. Ein Fünftel der geförderten Wohnungen hat ein oder zwei Zimmer, ein Fünftel vier und mehr.',
        'wa-1',
        'wa-2',
        'wa-3',
      ],
    ],
  },
  {
    chapter: '3 Städtebau',
    heading: '3.2 Kita und Schule',
    paragraphs: [
      [
        'Im Mühlviertel fehlen schon heute 38 Kitaplätze. Aus dem Quartier werden weitere 22 erwartet. Daraus ergibt sich die Größe der neuen Einrichtung.',
        'kita',
      ],
      [
        'Die Kita erhält 60 Plätze in vier Gruppen und ein Außengelände von 900 Quadratmetern. Das Gelände liegt im Entwurf auf der Nordseite zum Bach. Eine Drehung des Gebäudes wird geprüft, weil dort die Zwickauer Straße zu hören ist.',
        'kita',
      ],
      [
        'Für das Bringen und Holen sind vier Kurzzeitplätze an der neuen Straße vorgesehen. Nach der Erfahrung anderer Einrichtungen kommt etwa die Hälfte der Kinder zu Fuß oder mit dem Rad.',
        'kita',
        'neue-strasse',
      ],
      [
        'Die Kita soll zugleich mit den ersten Wohnungen öffnen. Der Vertrag mit dem Bauträger sieht vor, dass höchstens 40 Wohnungen bezogen werden, bevor sie in Betrieb ist.',
        'kita',
      ],
      [
        'Aus dem Quartier werden nach fünf Jahren 34 Kinder im Grundschulalter erwartet. Die Grundschule im Musikerviertel ist dreizügig ausgelastet. Der Schulentwicklungsplan sieht einen Anbau mit vier Räumen vor; über ihn entscheidet der Stadtrat gesondert.',
      ],
      [
        'Der Weg zur Grundschule führt über die Neefestraße und die Mozartstraße. An der neuen Einmündung ist eine Mittelinsel vorgesehen. Eine Ampel wäre nach den gezählten Mengen nicht begründbar.',
        'neue-strasse',
      ],
    ],
  },
  {
    chapter: '4 Verkehr',
    heading: '4.1 Kraftfahrzeuge',
    paragraphs: [
      [
        'Grundlage ist eine Verkehrszählung an sechs Knoten im Mai 2026, hochgerechnet auf das Jahr 2035. Gezählt wurde an einem Dienstag und an einem Donnerstag außerhalb der Ferien.',
      ],
      [
        'Aus dem Quartier werden am Tag 410 Fahrten erwartet, in der Spitzenstunde am Morgen 46. Darin ist der Verkehr der Kita enthalten. Angesetzt sind 0,9 Autos je Wohnung, wie sie im Mühlviertel gemeldet sind.',
      ],
      [
        'Auf der Neefestraße fahren heute am Tag 3.900 Kraftfahrzeuge. Mit dem Quartier werden es 4.200 sein. Auf der Mozartstraße nimmt der Verkehr um 60 Fahrten am Tag zu.',
      ],
      [
        'Der Rückstau von der Kreuzung an der Reichsstraße ist bekannt. Er entsteht durch den Verkehr auf der Zwickauer Straße. Der Anteil des Quartiers daran liegt unter einem Prozent; die Kreuzung wurde deshalb nicht gesondert berechnet.',
      ],
      [
        'Die neue Straße wird an die Neefestraße angebunden. Geplant ist die Einmündung 50 Meter westlich der Mozartstraße. Sie erreicht in der Spitzenstunde die Qualitätsstufe B, die mittlere Wartezeit beim Linksabbiegen beträgt 14 Sekunden.',
        'neue-strasse',
      ],
      [
        'Zwei andere Lagen wurden geprüft. Eine Zufahrt 40 Meter weiter östlich würde zwei Linden kosten und läge über der Fernwärmeleitung. Eine Zufahrt von der Kappler Drehe müsste 5,60 Meter Höhe überwinden und läge im Rückstau der Ampel.',
        'neue-strasse',
      ],
      [
        'Die neue Straße ist zwölf Meter breit: fünfeinhalb Meter Fahrbahn, beiderseits Gehweg, auf einer Seite Bäume und Parkbuchten. Ob sie als verkehrsberuhigter Bereich beschildert wird, entscheidet die Verkehrsbehörde; der Querschnitt lässt es zu.',
        'neue-strasse',
      ],
    ],
  },
  {
    chapter: '4 Verkehr',
    heading: '4.2 Stellplätze, Rad und Bahn',
    paragraphs: [
      [
        'Vorgesehen sind 84 Stellplätze für Autos, einer je Wohnung, überwiegend in zwei Sammelanlagen unter den Häusern von WA 1. Wird Carsharing angeboten, kann die Zahl um ein Fünftel sinken. Wie viele Stellplätze nötig sind, ist offen.',
        'wa-1',
      ],
      [
        'Für jede Wohnung sind zwei Abstellplätze für Fahrräder nachzuweisen, zusammen 168. Sie müssen ebenerdig oder über eine Rampe erreichbar und abschließbar sein. Maße für Lastenräder enthält der Entwurf bisher nicht.',
        'wa-1',
        'wa-2',
        'wa-3',
      ],
      [
        'Ein Steg über den Mühlbach zur Zwickauer Straße ist im Radverkehrskonzept enthalten. Der Plan hält die Fläche dafür frei. Gebaut werden kann er erst, wenn die Förderung zugesagt ist.',
        'bachpromenade',
      ],
      [
        'Die Haltestelle der Straßenbahn liegt 480 Meter entfernt. Auf der Neefestraße hält alle zwanzig Minuten ein Bus; die Haltestelle wird vor die neue Einmündung verlegt und barrierefrei ausgebaut.',
      ],
      [
        'Während der Bauzeit dürfen Lastwagen nur über die Neefestraße zu- und abfahren. Die Martha-Schrag-Straße ist dafür nicht geeignet. Das wird im Vertrag mit dem Bauträger und in der Baugenehmigung geregelt.',
        'neue-strasse',
      ],
    ],
  },
  {
    chapter: '5 Grün und Klima',
    heading: '5.1 Grünflächen und Bäume',
    paragraphs: [
      [
        'Entlang des Mühlbachs entsteht eine öffentliche Grünfläche von 30 Metern Breite. Sie verbindet die Kappler Drehe mit den Gärten im Osten und ist jederzeit zugänglich.',
        'bachpromenade',
      ],
      [
        'Der Weg in der Promenade ist mit 2,50 Metern geplant. Eine größere Breite ist möglich, kostet aber Platz für den flacheren Uferbereich. Wie breit die Promenade wird, ist offen.',
        'bachpromenade',
      ],
      [
        'Der Quartiersgarten dient allen, die im Quartier und in der Nachbarschaft wohnen. Vorgesehen sind 25 Beete, ein Spielplatz für kleine Kinder und ein Wasseranschluss. Geräteschuppen sind bisher nicht zulässig.',
        'quartiersgarten',
      ],
      [
        'Die 21 Linden an der Neefestraße sind zu erhalten. Während der Bauzeit sind Stamm und Wurzelraum zu schützen; im Abstand von fünf Metern um den Stamm darf nicht gegraben und nichts gelagert werden.',
        'wa-1',
        'wa-2',
      ],
      [
        '34 Bäume müssen gefällt werden, überwiegend Nadelbäume aus dem früheren Verkauf. 96 Bäume werden gepflanzt, davon 31 an der neuen Straße, 40 in der Promenade und 25 auf den Grundstücken.',
        'bachpromenade',
        'neue-strasse',
      ],
      [
        'Leuchten an der Promenade müssen nach unten gerichtet und warmweiß sein. Damit soll der Bach für Fledermäuse und Insekten dunkel bleiben.',
        'bachpromenade',
      ],
    ],
  },
  {
    chapter: '5 Grün und Klima',
    heading: '5.2 Klima und Regenwasser',
    paragraphs: [
      [
        'Nachts fließt kühle Luft vom Mühlbach nach Süden. Die Lücken zwischen den Häusern in WA 3 und die Stellung der Häuser in WA 1 lassen sie hindurch. Eine Berechnung der Strömung wurde nicht beauftragt, weil die Höhen unter denen der Umgebung bleiben.',
        'wa-3',
        'wa-1',
      ],
      [
        'Dächer sind zu begrünen oder mit Photovoltaik zu belegen. Beides zusammen ist zulässig. Die Pflicht gilt für Dächer mit einer Neigung bis zu 15 Grad, in WA 1 und WA 3 also für alle.',
        'wa-1',
        'wa-3',
      ],
      [
        'Regenwasser wird auf den Dächern, in Mulden und in der Promenade zurückgehalten. Bemessen ist das System für ein Ereignis, wie es einmal in dreißig Jahren vorkommt. In den Mischkanal gelangt nur, was danach übrig ist.',
        'bachpromenade',
        'wa-2',
      ],
      [
        'Bei einem hundertjährlichen Hochwasser bleibt das Wasser in der Promenade. Kein Baufeld wird überflutet. Die Keller in WA 3 sind trotzdem wasserdicht auszuführen.',
        'bachpromenade',
        'wa-3',
      ],
      [
        'Wege, Stellplätze und Zufahrten auf den Grundstücken sind so zu befestigen, dass Wasser versickern kann. Steingärten sind unzulässig.',
        'wa-1',
        'wa-2',
        'wa-3',
      ],
      [
        'Helle Fassaden und Schatten vor Südfenstern werden empfohlen, aber nicht festgesetzt. Auf der neuen Straße werfen die Bäume nach etwa fünfzehn Jahren auf der Hälfte der Fläche Schatten.',
        'neue-strasse',
      ],
    ],
  },
  {
    chapter: '6 Ver- und Entsorgung',
    paragraphs: [
      [
        'Die Häuser werden an die Fernwärme angeschlossen. Die Leitung liegt östlich der geplanten Zufahrt unter dem Gehweg der Neefestraße. Wärmepumpen sind als Ergänzung zulässig.',
        'neue-strasse',
      ],
      [
        'Trinkwasser, Strom und Glasfaser liegen in der Neefestraße an. Für das Löschwasser sind 96 Kubikmeter in der Stunde über zwei Stunden gesichert. Leerrohre für Ladesäulen sind in der neuen Straße vorgesehen, auf den Grundstücken nicht.',
        'neue-strasse',
      ],
      [
        'Müllfahrzeuge können am Westende der neuen Straße wenden. Die Standplätze für Tonnen liegen höchstens 15 Meter von der Fahrbahn entfernt und sind einzugrünen.',
        'neue-strasse',
      ],
    ],
  },
  {
    chapter: '7 Lärm',
    paragraphs: [
      [
        'Ein Lärmgutachten liegt bei. Am Tag werden die Orientierungswerte für Wohngebiete in WA 2, im Quartiersgarten und auf dem Außengelände der Kita eingehalten.',
        'wa-2',
        'quartiersgarten',
        'kita',
      ],
      [
        'In der Nacht liegen die Werte an der Westseite von WA 3 um 4 dB und an der Straßenseite von WA 1 um 2 dB über dem Orientierungswert. Schlafräume erhalten dort Fenster mit Schalldämmung und eine Lüftung, die ohne geöffnetes Fenster auskommt.',
        'wa-3',
        'wa-1',
      ],
      [
        'Eine Wand von drei Metern Höhe entlang der Böschung der Kappler Drehe wurde geprüft. Sie würde vor allem das Erdgeschoss schützen, den Blick auf das Quartier verstellen und etwa 610.000 Euro kosten. Sie ist nicht vorgesehen.',
        'wa-3',
      ],
      [
        'Lärm der Baustelle ist nicht Gegenstand des Plans. Die Stadt wird mit dem Bauträger vereinbaren, dass laute Arbeiten angekündigt und auf die Zeit von 8 bis 17 Uhr begrenzt werden.',
      ],
    ],
  },
  {
    chapter: '8 Kosten und Umsetzung',
    paragraphs: [
      [
        'Die neue Straße, die Promenade und die Renaturierung des Mühlbachs kosten nach heutigem Stand 4,3 Millionen Euro. Davon trägt der Bauträger 2,6 Millionen, die Stadt 0,8 Millionen; 0,9 Millionen sollen aus der Förderung des Gewässerschutzes kommen.',
        'neue-strasse',
        'bachpromenade',
      ],
      [
        'Für die Kita sind 3,1 Millionen Euro im Haushalt eingeplant. Der laufende Zuschuss beträgt etwa 420.000 Euro im Jahr.',
        'kita',
      ],
      [
        'Gebaut werden soll in zwei Abschnitten: zuerst die neue Straße, WA 1 und die Kita, danach WA 2, WA 3 und die Promenade. Die Arbeiten am Bach sind nur von September bis Februar zulässig.',
        'neue-strasse',
        'wa-1',
        'kita',
        'wa-2',
        'wa-3',
        'bachpromenade',
      ],
      [
        'Offen sind die Höhe der Häuser am Bach, die genaue Lage der Zufahrt, die Breite der Promenade und die Zahl der Stellplätze. Dazu bittet die Stadt besonders um Stellungnahmen.',
        'wa-3',
        'neue-strasse',
        'bachpromenade',
      ],
      [
        'Alle Stellungnahmen werden dem Stadtrat mit einem Vorschlag zur Abwägung vorgelegt. Wer seinen Namen angibt, erhält das Ergebnis mitgeteilt. Nach dem Beschluss bleiben Plan, Begründung und zusammenfassende Erklärung im Internet und im Rathaus einsehbar.',
      ],
    ],
  },
]

/** The 62 paragraphs of the report on Bebauungsplan Nr. 37, in order; numbers never change between versions. */
export const reportParagraphs: ReportParagraph[] = sections
  .flatMap(({ chapter, heading, paragraphs }) =>
    paragraphs.map(([text, ...planParts]) => ({ chapter, heading: heading ?? chapter, text, planParts })),
  )
  .map((paragraph, i) => ({ number: i + 1, ...paragraph }))
