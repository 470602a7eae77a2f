/** The words of the documents on display, written for the sample town. */

export const begruendung = {
  title: 'Begründung',
  lead: 'Warum die Stadt Quellstedt den Bebauungsplan Nr. 37 aufstellt, was er festsetzt und was daran noch offen ist.',
  sections: [
    {
      heading: '1 Anlass und Ziel',
      paragraphs: [
        'Die Gärtnerei zwischen Neefestraße und Mühlbach hat ihren Betrieb 2018 aufgegeben. Seitdem liegt die Fläche von rund 5,2 Hektar brach. Der Stadtrat hat am 14. Mai 2025 beschlossen, dort Wohnungen zu ermöglichen.',
        'Quellstedt braucht bis 2035 etwa 900 zusätzliche Wohnungen. Die Fläche ist erschlossen, liegt sechs Gehminuten von der Straßenbahn und muss nicht dem Außenbereich abgenommen werden.',
        'Ziel ist ein Quartier mit 84 Wohnungen, davon 30 Prozent gefördert, einer Kita mit 60 Plätzen, einem öffentlichen Weg am Mühlbach und einem gemeinsamen Garten.',
      ],
    },
    {
      heading: '2 Lage und Bestand',
      paragraphs: [
        'Das Plangebiet grenzt im Süden an die Lindenreihe der Neefestraße, im Westen an die Böschung der Kappler Drehe, im Norden an den Mühlbach und im Osten an die Gärten der Martha-Schrag-Straße.',
        'Auf dem Gelände stehen vier Gewächshäuser, ein Heizhaus und mehrere Schuppen. Ein gemauertes Gewächshaus aus dem Jahr 1911 ist nicht in der Denkmalliste eingetragen.',
      ],
    },
    {
      heading: '3 Wohnen',
      paragraphs: [
        'In WA 1 an der Neefestraße sind drei Geschosse zulässig. Die Häuser schirmen das Innere des Quartiers gegen den Verkehr ab.',
        'In WA 2 sind zwei Geschosse zulässig, weil im Süden und Osten Einfamilienhäuser anschließen. Der Abstand zur Grundstücksgrenze beträgt mindestens neun Meter.',
        'In WA 3 am Bach sind drei Geschosse vorgesehen. Ob hier zwei Geschosse genügen, ist offen. Eine Untersuchung der Verschattung liegt bei.',
        'Der Anteil geförderter Wohnungen wird im städtebaulichen Vertrag gesichert. Er gilt für jedes Baufeld einzeln.',
      ],
    },
    {
      heading: '4 Verkehr',
      paragraphs: [
        'Die neue Straße wird an die Neefestraße angebunden. Geplant ist die Einmündung 50 Meter westlich der Mozartstraße. Zwei andere Lagen wurden geprüft.',
        'Am Tag werden 410 Fahrten erwartet, in der Spitzenstunde am Morgen 46. Die Einmündung erreicht damit die Qualitätsstufe B.',
        'Vorgesehen sind 84 Stellplätze für Autos und 168 für Fahrräder. Wird Carsharing angeboten, kann die Zahl der Stellplätze um ein Fünftel sinken.',
        'Ein Steg über den Mühlbach zur Zwickauer Straße ist im Radverkehrskonzept enthalten. Der Plan hält die Fläche dafür frei.',
      ],
    },
    {
      heading: '5 Grün, Wasser und Klima',
      paragraphs: [
        'Entlang des Mühlbachs entsteht eine öffentliche Grünfläche von 30 Metern Breite. Der Weg darin ist mit 2,50 Metern geplant; eine größere Breite ist möglich.',
        'Regenwasser wird auf den Dächern, in Mulden und in der Promenade zurückgehalten. Bemessen ist das System für ein Ereignis, wie es einmal in dreißig Jahren vorkommt.',
        'Die 21 Linden an der Neefestraße bleiben erhalten. Während der Bauzeit sind Stamm und Wurzelraum zu schützen.',
      ],
    },
    {
      heading: '6 Was noch offen ist',
      paragraphs: [
        'Offen sind die Höhe der Häuser am Bach, die genaue Lage der Zufahrt, die Breite der Promenade und die Zahl der Stellplätze. Dazu bittet die Stadt besonders um Stellungnahmen.',
        'Alle Stellungnahmen werden dem Stadtrat mit einem Vorschlag zur Abwägung vorgelegt. Wer seinen Namen angibt, erhält das Ergebnis mitgeteilt.',
      ],
    },
  ],
}

export const umweltbericht = {
  title: 'Umweltbericht',
  lead: 'Welche Folgen der Plan für Boden, Wasser, Tiere, Pflanzen, Luft und Menschen hat und wie sie gemindert werden.',
  sections: [
    {
      heading: '1 Boden und Fläche',
      paragraphs: [
        'Rund 38 Prozent der Fläche sind heute befestigt oder überbaut. Nach dem Plan werden es 46 Prozent sein. Der Oberboden ist vor Beginn zu sichern und im Quartier wieder einzubauen.',
        'Unter dem Heizhaus wurden Rückstände von Heizöl gefunden. Der Boden ist dort bis in zwei Meter Tiefe auszutauschen.',
      ],
    },
    {
      heading: '2 Wasser',
      paragraphs: [
        'Der Mühlbach ist auf 160 Metern in Betonschalen gefasst. Sie werden entfernt, das Ufer wird abgeflacht und mit Erlen und Weiden bepflanzt.',
        'Bei einem hundertjährlichen Hochwasser bleibt das Wasser in der Promenade. Kein Baufeld wird überflutet.',
      ],
    },
    {
      heading: '3 Tiere und Pflanzen',
      paragraphs: [
        '34 Bäume müssen gefällt werden, 96 werden gepflanzt. Die Lindenreihe an der Neefestraße bleibt vollständig stehen.',
        'Bei Begehungen im März und im April 2026 wurden keine Quartiere von Fledermäusen gefunden. An den neuen Häusern sind 24 Kästen vorzusehen.',
        'Für die Zauneidechse wird am Westrand ein Streifen mit Steinen und Sand angelegt, bevor die Gewächshäuser abgebrochen werden.',
      ],
    },
    {
      heading: '4 Klima und Luft',
      paragraphs: [
        'Nachts fließt kühle Luft vom Mühlbach nach Süden. Die Lücken zwischen den Häusern in WA 3 sind mindestens zwölf Meter breit, damit sie das Viertel erreicht.',
        'Dächer sind zu begrünen oder mit Photovoltaik zu belegen. Beides zusammen ist zulässig.',
      ],
    },
    {
      heading: '5 Eingriff und Ausgleich',
      paragraphs: ['Die Bilanz in Wertpunkten ist ausgeglichen. Der größte Beitrag kommt vom Mühlbach.'],
      table: [
        ['Fläche', 'heute', 'nach dem Plan'],
        ['Befestigt und überbaut', '38 %', '46 %'],
        ['Brache und Wiese', '51 %', '8 %'],
        ['Gärten und Grünflächen', '7 %', '37 %'],
        ['Gewässer und Ufer', '4 %', '9 %'],
      ],
    },
  ],
}

export const laermgutachten = {
  title: 'Lärmgutachten',
  lead: 'Wie laut es im Plangebiet wird, woher der Lärm kommt und was dagegen vorgesehen ist.',
  sections: [
    {
      heading: '1 Aufgabe',
      paragraphs: [
        'Untersucht wurde der Lärm von der Kappler Drehe, der Zwickauer Straße und der Neefestraße. Grundlage sind Zählungen im Mai 2026, hochgerechnet auf das Jahr 2035.',
      ],
    },
    {
      heading: '2 Maßstab',
      paragraphs: [
        'Für allgemeine Wohngebiete nennt die Norm DIN 18005 als Orientierung 55 dB am Tag und 45 dB in der Nacht. Die Werte sind Ziele und keine Grenzen; Abweichungen muss die Stadt begründen.',
      ],
    },
    {
      heading: '3 Heutige Lage',
      paragraphs: [
        'Auf der Kappler Drehe fahren am Tag 21.400 Kraftfahrzeuge, davon 6 Prozent schwere. Die Zwickauer Straße trägt 17.900.',
      ],
    },
    {
      heading: '4 Ergebnis',
      paragraphs: [
        '4.1 Am Tag werden die Orientierungswerte in WA 2, im Quartiersgarten und auf dem Hof der Kita eingehalten.',
        '4.2 In der Nacht liegen die Werte an der Westseite von WA 3 um 4 dB und an der Nordseite von WA 1 um 2 dB über dem Orientierungswert.',
      ],
      table: [
        ['Ort', 'Tag', 'Nacht'],
        ['WA 1, Neefestraße', '56 dB', '47 dB'],
        ['WA 2, Mitte', '51 dB', '42 dB'],
        ['WA 3, Westseite', '57 dB', '49 dB'],
        ['Kita, Außengelände', '54 dB', '45 dB'],
      ],
    },
    {
      heading: '5 Maßnahmen',
      paragraphs: [
        'Schlafräume an der Westseite von WA 3 erhalten Fenster mit Schalldämmung und eine Lüftung, die ohne geöffnetes Fenster auskommt.',
        'Eine Wand von drei Metern Höhe entlang der Böschung würde die Werte im Erdgeschoss um 5 dB senken, im zweiten Obergeschoss um 1 dB. Sie ist nicht vorgesehen.',
        'Tempo 30 in der Nacht auf der Kappler Drehe würde überall 2 bis 3 dB bringen. Darüber entscheidet die Verkehrsbehörde und nicht der Plan.',
      ],
    },
  ],
}
