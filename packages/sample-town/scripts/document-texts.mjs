/** The words of the documents on display, written for the sample town. The report's own stand in src. */

export const begruendungLead =
  'Warum die Stadt Quellstedt den Bebauungsplan Nr. 37 aufstellt, was er festsetzt und was daran noch offen ist.'

export const umweltbericht = {
  title: 'Umweltbericht',
  lead: 'Welche Folgen der Plan für Boden, Wasser, Tiere, Pflanzen, Luft und Menschen hat und wie sie gemindert werden.',
  sections: [
    {
      heading: '1 Aufgabe und Methode',
      paragraphs: [
        'Der Umweltbericht ist Teil der Begründung. Er beschreibt, wie es der Umwelt im Plangebiet heute geht, was der Plan daran ändert und was geschähe, wenn es beim jetzigen Zustand bliebe.',
        'Grundlage sind Begehungen im März und im April 2026, eine Kartierung der Bäume, elf Bodenproben, das Lärmgutachten und die Karte der Überschwemmungsgebiete. Für das Stadtklima wurde die Karte der Stadt von 2021 verwendet.',
        'Lücken bleiben: Sommerliche Begehungen zu Fledermäusen und eine eigene Berechnung der Luftströmung liegen nicht vor. Ob sie nötig sind, wird nach der Auslegung entschieden.',
      ],
    },
    {
      heading: '2 Boden und Fläche',
      paragraphs: [
        'Rund 38 Prozent der Fläche sind heute befestigt oder überbaut. Nach dem Plan werden es 46 Prozent sein. Der Zuwachs von acht Prozent entspricht etwa 4.200 Quadratmetern.',
        'Der Gartenboden ist bis zu 60 Zentimeter mächtig und wertvoll. Er ist vor Beginn abzutragen, getrennt zu lagern und im Quartiersgarten und in der Promenade wieder einzubauen.',
        'Unter dem Heizhaus wurden Rückstände von Heizöl gefunden. Der Boden ist dort bis in zwei Meter Tiefe auszutauschen. Eine Gefahr für das Grundwasser besteht nach den Proben nicht.',
        'Die Dächer der Gewächshäuser wurden auf Asbest geprüft. Im Heizhaus wurden Platten mit gebundenem Asbest gefunden; sie sind vor dem Abbruch von einem Fachbetrieb zu entfernen.',
      ],
    },
    {
      heading: '3 Wasser',
      paragraphs: [
        'Der Mühlbach ist auf 160 Metern in Betonschalen gefasst. Sie werden entfernt, das Ufer wird abgeflacht und mit Erlen und Weiden bepflanzt. Der Bach gewinnt dadurch im Mittel vier Meter Breite.',
        'Bei einem hundertjährlichen Hochwasser bleibt das Wasser in der Promenade. Kein Baufeld wird überflutet. Der Rückhalteraum wächst gegenüber heute um 1.900 Kubikmeter.',
        'Das Grundwasser steht 2,10 bis 3,40 Meter unter dem Gelände. Keller in WA 3 reichen in das Grundwasser hinein; eine dauerhafte Absenkung ist nicht zulässig.',
        'Regenwasser von Dächern und Wegen wird in Mulden gereinigt, bevor es versickert oder in den Bach gelangt. Dächer aus unbeschichtetem Kupfer oder Zink sind unzulässig.',
      ],
    },
    {
      heading: '4 Tiere und Pflanzen',
      paragraphs: [
        '34 Bäume müssen gefällt werden, 96 werden gepflanzt. Die Lindenreihe an der Neefestraße bleibt vollständig stehen. Gefällt werden darf nur von Oktober bis Februar.',
        'Bei Begehungen im März und im April 2026 wurden keine Quartiere von Fledermäusen gefunden. An den neuen Häusern sind 24 Kästen vorzusehen. Vor dem Abbruch der Schuppen ist noch einmal zu prüfen, ob sie bewohnt sind.',
        'Für die Zauneidechse wird am Westrand ein Streifen mit Steinen und Sand angelegt, bevor die Gewächshäuser abgebrochen werden. Gezählt wurden sieben Tiere, geschätzt wird ein Bestand von 40 bis 60.',
        'In den Hecken am Ostrand brüten Heckenbraunelle, Mönchsgrasmücke und Stieglitz. Die Hecken bleiben auf einer Breite von drei Metern erhalten.',
        'Im Mühlbach leben Bachflohkrebse und, oberhalb des Plangebiets, die Groppe. Wenn die Betonschalen und der Absturz an der Kappler Drehe entfernt sind, kann sie bachauf wandern.',
      ],
    },
    {
      heading: '5 Klima und Luft',
      paragraphs: [
        'Nachts fließt kühle Luft vom Mühlbach nach Süden. Die Lücken zwischen den Häusern in WA 3 sind mindestens zwölf Meter breit, damit sie das Viertel erreicht.',
        'Dächer sind zu begrünen oder mit Photovoltaik zu belegen. Beides zusammen ist zulässig. Gerechnet wird mit 5.100 Quadratmetern begrünter Dächer.',
        'Die Luft ist an der Kappler Drehe durch Stickstoffdioxid belastet, bleibt mit 27 Mikrogramm je Kubikmeter aber unter dem Grenzwert von 40. Durch das Quartier steigt der Wert rechnerisch um weniger als ein Mikrogramm.',
      ],
    },
    {
      heading: '6 Menschen, Landschaft und Kulturgüter',
      paragraphs: [
        'Lärm ist im Gutachten untersucht. Am Tag werden die Orientierungswerte überwiegend eingehalten, in der Nacht an zwei Rändern überschritten. Schutz bieten die Stellung der Häuser und besondere Fenster.',
        'Für die Erholung gewinnt das Viertel 6.400 Quadratmeter öffentliches Grün. Der Weg am Bach schließt eine Lücke zwischen dem Westen der Stadt und dem Schlossteich.',
        'Das gemauerte Gewächshaus von 1911 steht nicht unter Denkmalschutz, ist aber das letzte seiner Art in der Stadt. Der Plan lässt es im Quartiersgarten stehen. Bodendenkmale sind nicht bekannt.',
      ],
    },
    {
      heading: '7 Eingriff und Ausgleich',
      paragraphs: [
        'Die Bilanz in Wertpunkten ist ausgeglichen. Der größte Beitrag kommt vom Mühlbach, der zweitgrößte von den Bäumen. Flächen außerhalb des Plangebiets werden nicht gebraucht.',
      ],
      table: [
        ['Fläche', 'heute', 'nach dem Plan'],
        ['Befestigt und überbaut', '38 %', '46 %'],
        ['Brache und Wiese', '51 %', '8 %'],
        ['Gärten und Grünflächen', '7 %', '37 %'],
        ['Gewässer und Ufer', '4 %', '9 %'],
      ],
    },
    {
      heading: '8 Überwachung und Zusammenfassung',
      paragraphs: [
        'Die Stadt prüft drei und acht Jahre nach dem ersten Einzug, ob die Bäume gewachsen, die Kästen bewohnt und die Mulden durchlässig sind. Das Ergebnis wird veröffentlicht.',
        'Zusammengefasst: Der Plan versiegelt zusätzlich Boden und verdrängt Tiere der Brache. Dafür gewinnt der Mühlbach Raum, es stehen am Ende mehr Bäume als heute, und das Viertel erhält einen Weg am Wasser. Erheblich und nicht auszugleichen ist keine der Folgen.',
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
        'Untersucht wurde der Lärm von der Kappler Drehe, der Zwickauer Straße und der Neefestraße auf das neue Quartier, dazu der Lärm, den das Quartier selbst in der Nachbarschaft verursacht.',
        'Grundlage sind Zählungen im Mai 2026, hochgerechnet auf das Jahr 2035. Gerechnet wurde für jedes Geschoss an 64 Punkten vor den Fassaden.',
      ],
    },
    {
      heading: '2 Maßstab',
      paragraphs: [
        'Für allgemeine Wohngebiete gelten als Orientierungswerte am Tag 55 Dezibel und in der Nacht 45 Dezibel. Sie sind keine Grenzen; Abweichungen muss die Stadt begründen.',
        'Der Tag reicht von 6 bis 22 Uhr, die Nacht von 22 bis 6 Uhr. Drei Dezibel mehr entsprechen dem doppelten Verkehr; zehn Dezibel mehr empfinden die meisten Menschen als doppelt so laut.',
      ],
    },
    {
      heading: '3 Heutige Lage',
      paragraphs: [
        'Auf der Kappler Drehe fahren am Tag 21.400 Kraftfahrzeuge, davon 6 Prozent schwere. Die Zwickauer Straße trägt 17.900, die Neefestraße 3.900.',
        'Zur Kontrolle wurde an zwei Stellen eine Woche lang gemessen. Die Messwerte lagen um höchstens 1,5 Dezibel unter den berechneten; gerechnet wird also auf der sicheren Seite.',
        'Das Heizhaus und die Gewächshäuser schirmen heute einen Teil des Geländes ab. Ihr Abbruch ist in den Ergebnissen berücksichtigt.',
      ],
    },
    {
      heading: '4 Ergebnis',
      paragraphs: [],
    },
    {
      heading: '4.1 Am Tag',
      paragraphs: [
        'In WA 2, im Quartiersgarten und auf dem Außengelände der Kita werden die Orientierungswerte eingehalten. An der Neefestraße und an der Kappler Drehe werden sie um bis zu 2 dB überschritten.',
      ],
    },
    {
      heading: '4.2 In der Nacht',
      paragraphs: [
        'An der Westseite von WA 3 liegen die Werte um 4 dB und an der Straßenseite von WA 1 um 2 dB über dem Orientierungswert. Auf den abgewandten Seiten der Häuser wird er überall eingehalten.',
      ],
      table: [
        ['Ort', 'Geschoss', 'Tag', 'Nacht', 'über dem Wert'],
        ['WA 1, Neefestraße', 'Erdgeschoss', '56 dB', '47 dB', '2 dB'],
        ['WA 1, Neefestraße', '2. Obergeschoss', '56 dB', '47 dB', '2 dB'],
        ['WA 1, Hofseite', '1. Obergeschoss', '49 dB', '41 dB', 'nein'],
        ['WA 2, Mitte', '1. Obergeschoss', '51 dB', '42 dB', 'nein'],
        ['WA 2, Ostrand', 'Erdgeschoss', '48 dB', '40 dB', 'nein'],
        ['WA 3, Westseite', 'Erdgeschoss', '55 dB', '47 dB', '2 dB'],
        ['WA 3, Westseite', '2. Obergeschoss', '57 dB', '49 dB', '4 dB'],
        ['WA 3, Südseite', '1. Obergeschoss', '50 dB', '43 dB', 'nein'],
        ['Kita, Außengelände', 'im Freien', '54 dB', '–', 'nein'],
        ['Quartiersgarten', 'im Freien', '50 dB', '–', 'nein'],
      ],
    },
    {
      heading: '4.3 In der Nachbarschaft',
      paragraphs: [
        'Auf der Neefestraße und der Mozartstraße steigt der Lärm durch das Quartier um 0,2 bis 0,3 Dezibel. Das ist nicht hörbar. Die Grenzwerte für den Bau neuer Straßen werden eingehalten.',
      ],
    },
    {
      heading: '5 Maßnahmen',
      paragraphs: [
        'Schlafräume an der Westseite von WA 3 und an der Straßenseite von WA 1 erhalten Fenster mit Schalldämmung und eine Lüftung, die ohne geöffnetes Fenster auskommt.',
        'Jede Wohnung soll mindestens einen Schlafraum auf einer ruhigen Seite haben. Das gelingt bei 79 von 84 Wohnungen; die übrigen fünf liegen an der Nordwestecke von WA 3.',
        'Eine Wand von drei Metern Höhe entlang der Böschung würde die Werte im Erdgeschoss um 5 dB senken, im zweiten Obergeschoss um 1 dB. Sie ist nicht vorgesehen.',
        'Tempo 30 in der Nacht auf der Kappler Drehe würde überall 2 bis 3 dB bringen. Darüber entscheidet die Verkehrsbehörde und nicht der Plan.',
        'Balkone an der Westseite von WA 3 sind nur verglast zulässig. Für die Kita genügt es, den Ruheraum nach Süden zu legen; eine Drehung des Gebäudes würde das Außengelände um weitere 3 dB entlasten.',
      ],
    },
  ],
}

/**
 * The public notice. `{notice}`, `{start}` and `{end}` are days that are set when the town is filled.
 *
 * @source BauGB § 3 Abs. 2 Satz 4 und 5, § 4a Abs. 5.
 */
export const bekanntmachung = {
  title: 'Bekanntmachung',
  lead: 'Veröffentlichung des Entwurfs des Bebauungsplans Nr. 37 „Alte Gärtnerei“ nach § 3 Abs. 2 des Baugesetzbuchs (BauGB)',
  sections: [
    {
      heading: 'Worum es geht',
      paragraphs: [
        'Der Stadtrat der Stadt Quellstedt hat am 8. Oktober 2026 den Entwurf des Bebauungsplans Nr. 37 „Alte Gärtnerei“ mit Begründung und Umweltbericht in der Fassung vom 5. Oktober 2026 gebilligt und beschlossen, ihn nach § 3 Abs. 2 BauGB zu veröffentlichen.',
        'Das Plangebiet umfasst rund 5,2 Hektar zwischen der Neefestraße im Süden, der Böschung der Kappler Drehe im Westen, dem Mühlbach im Norden und den Gärten der Martha-Schrag-Straße im Osten. Geplant sind 84 Wohnungen, eine Kita mit 60 Plätzen, eine öffentliche Grünfläche am Mühlbach und ein Quartiersgarten.',
      ],
    },
    {
      heading: 'Wo und wie lange',
      paragraphs: [
        'Der Entwurf mit Begründung und Umweltbericht sowie die wesentlichen bereits vorliegenden umweltbezogenen Stellungnahmen werden im Internet veröffentlicht, und zwar vom {start} bis einschließlich {end} unter der Adresse beteiligung.quellstedt.example. Sie sind außerdem über das zentrale Internetportal des Landes zugänglich.',
        'Zusätzlich liegen dieselben Unterlagen während dieser Zeit im Stadtplanungsamt aus, Markt 1, Zimmer 214, Montag bis Donnerstag von 9 bis 16 Uhr und Freitag von 9 bis 12 Uhr. Der Zugang ist stufenlos über den Hof möglich. Dort steht auch ein Bildschirm bereit, an dem die Unterlagen gelesen werden können.',
      ],
    },
    {
      heading: 'Welche Umweltinformationen vorliegen',
      paragraphs: [
        'Boden und Fläche: Umweltbericht mit elf Bodenproben, Aussagen zu Versiegelung und zu Rückständen von Heizöl.',
        'Wasser: Umweltbericht mit Aussagen zum Mühlbach, zum Hochwasser, zum Grundwasser und zum Regenwasser; Stellungnahme der unteren Wasserbehörde zur Renaturierung.',
        'Tiere und Pflanzen: Umweltbericht mit Kartierung der Bäume und Aussagen zu Fledermäusen, Zauneidechse und Vögeln; Stellungnahme eines Naturschutzverbands zu Brutplätzen.',
        'Klima und Luft: Umweltbericht mit Aussagen zur Kaltluft, zu begrünten Dächern und zu Stickstoffdioxid.',
        'Menschen und Lärm: Lärmgutachten zum Verkehr mit Werten für Tag und Nacht; Stellungnahmen aus der frühen Beteiligung zu Verkehr und Lärm.',
        'Landschaft und Kulturgüter: Umweltbericht mit Aussagen zur Erholung und zum Gewächshaus von 1911.',
      ],
    },
    {
      heading: 'Was Sie tun können',
      paragraphs: [
        'Während der Dauer der Veröffentlichung können Stellungnahmen abgegeben werden. Dazu sind alle eingeladen, auch Kinder und Jugendliche.',
        'Die Stellungnahmen sollen elektronisch übermittelt werden, am einfachsten unter der genannten Adresse oder an beteiligung@quellstedt.example. Bei Bedarf können sie auch auf anderem Weg abgegeben werden: schriftlich an Stadt Quellstedt, Stadtplanungsamt, Markt 1, 09990 Quellstedt, oder zur Niederschrift in Zimmer 214, Telefon 0371 000-214.',
        'Nicht fristgerecht abgegebene Stellungnahmen können bei der Beschlussfassung über den Bebauungsplan unberücksichtigt bleiben (§ 4a Abs. 5 BauGB).',
        'Die Stadt prüft alle fristgerecht abgegebenen Stellungnahmen und teilt das Ergebnis mit. Namen und Anschriften werden dazu gespeichert, aber nicht veröffentlicht, es sei denn, Sie wünschen es. Angaben dazu enthält die Datenschutzerklärung unter der genannten Adresse.',
      ],
    },
    {
      heading: 'Unterschrift',
      paragraphs: ['Quellstedt, den {notice}. Stadt Quellstedt, Stadtplanungsamt'],
    },
  ],
}
