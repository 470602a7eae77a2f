import type { Audience, Visibility, WithholdReason } from '@mitsprache/terms'
import { fromNeefestrasse } from './geometry.ts'
import { procedures } from './procedures.ts'
import { pointOnStreet } from './streets.ts'
import type { Position, SampleContribution, SamplePlace } from './types.ts'

// ---------- places ----------
const nowhere: SamplePlace = { kind: 'none', label: null, geometry: null, planPart: null }
const wholePlan: SamplePlace = { kind: 'wholePlan', label: null, geometry: null, planPart: null }

const point = (coordinates: Position, label: string): SamplePlace => ({
  kind: 'point',
  label,
  geometry: { type: 'Point', coordinates },
  planPart: null,
})

const line = (label: string, ...coordinates: Position[]): SamplePlace => ({
  kind: 'line',
  label,
  geometry: { type: 'LineString', coordinates },
  planPart: null,
})

const area = (label: string, ...corners: Position[]): SamplePlace => ({
  kind: 'area',
  label,
  geometry: { type: 'Polygon', coordinates: [[...corners, corners[0]!]] },
  planPart: null,
})

/** A street named in words; where it is long, the stretch that is meant. */
const street = (name: string, near: Position, label = name): SamplePlace => ({
  kind: 'street',
  label,
  geometry: { type: 'Point', coordinates: pointOnStreet(name, near) },
  planPart: null,
})

function planPart(key: string): SamplePlace {
  const part = procedures[0]!.planParts.find((each) => each.key === key)!
  return { kind: 'planPart', label: part.name.de, geometry: part.geometry, planPart: key }
}

// ---------- entries ----------
type Entry = {
  key: string
  title: string
  text: string
  category: string | null
  place: SamplePlace
  daysAgo: number
  time: string
  language?: 'de' | 'en' | 'hsb'
  /** `publicWithoutName` unless told. */
  audience?: Audience
  name?: string
  email?: string
  /** `published` unless told. */
  visibility?: Visibility
  withheld?: { reason: WithholdReason; reasonText: string }
  outside?: boolean
}

const complete =
  (procedure: string) =>
  (entry: Entry): SampleContribution => ({
    key: entry.key,
    procedure,
    title: entry.title,
    text: entry.text,
    language: entry.language ?? 'de',
    category: entry.category,
    place: entry.place,
    audience: entry.audience ?? 'publicWithoutName',
    person: entry.name ? { name: entry.name, email: entry.email ?? null } : null,
    daysAgo: entry.daysAgo,
    time: entry.time,
    visibility: entry.visibility ?? 'published',
    withheld: entry.withheld ?? null,
    outside: entry.outside ?? false,
  })

const uv = fromNeefestrasse

const alteGaertnerei: Entry[] = [
  {
    key: 'zufahrt-mozartstrasse',
    title: 'Zufahrt nicht gegenüber der Mozartstraße',
    text: 'Morgens stehen dort schon heute die Elterntaxis. Eine Zufahrt 40 Meter weiter östlich würde die Kreuzung entlasten. Zwischen halb acht und acht kommt man aus der Mozartstraße kaum nach links heraus, und wenn dann noch die Autos von 84 Wohnungen dazukommen, staut es sich bis zur Haydnstraße zurück.',
    category: 'traffic',
    place: planPart('neue-strasse'),
    audience: 'publicWithName',
    name: 'Annegret Lehmann',
    email: 'a.lehmann@post.example',
    daysAgo: 4,
    time: '19:42',
  },
  {
    key: 'lindenreihe',
    title: 'Die Lindenreihe an der Neefestraße erhalten',
    text: 'Die 21 Linden geben der ganzen Straße Schatten. Bitte die Baugrenze in WA 2 um drei Meter zurücknehmen. Die Wurzeln reichen weiter als die Krone, und wenn beim Aushub die Hälfte gekappt wird, stehen die Bäume noch fünf Jahre und dann nicht mehr. Neu gepflanzte Bäume brauchen vierzig Jahre, bis sie das leisten.',
    category: 'green',
    place: point(uv(84, 36), 'Lindenreihe an der Neefestraße'),
    audience: 'publicWithName',
    name: 'Dr. Wolfram Seidel',
    email: 'seidel@baumfreunde.example',
    daysAgo: 6,
    time: '08:15',
  },
  {
    key: 'laermschutz-kappler-drehe',
    title: 'Lärmschutz zur Kappler Drehe fehlt',
    text: 'Im Lärmgutachten (Abschnitt 4.2) liegen die Werte nachts bei WA 3 über dem Orientierungswert. Was ist dort geplant? Schallschutzfenster helfen nur, solange sie zu sind. Wer im Sommer lüften will, hat die Lastwagen im Schlafzimmer. Eine begrünte Wand entlang der Böschung wäre ehrlicher.',
    category: 'noise',
    place: point(uv(-178, 160), 'Westrand von WA 3'),
    daysAgo: 7,
    time: '22:31',
  },
  {
    key: 'zwei-geschosse-am-bach',
    title: 'Zwei statt drei Geschosse am Bach',
    text: 'Die Promenade liegt sonst schon am Nachmittag im Schatten. Ein Geschoss weniger auf der Nordseite genügt. Die Wohnungen, die dort wegfallen, könnten an der neuen Straße dazukommen, da stören sie niemanden. Ich habe es mit einem Modell aus Schuhkartons ausprobiert: Ab Oktober kommt bei drei Geschossen nach zwei Uhr keine Sonne mehr ans Wasser.',
    category: 'building',
    place: planPart('wa-3'),
    audience: 'publicWithName',
    name: 'Familie Burkhardt',
    email: 'burkhardt.quellstedt@post.example',
    daysAgo: 11,
    time: '17:05',
  },
  {
    key: 'promenade-breite',
    title: 'Promenade breit genug für zwei Kinderwagen',
    text: 'Im Entwurf ist der Weg 2,50 Meter breit. Wenn sich Radfahrer und zwei Kinderwagen begegnen, wird das nichts. Mindestens 3,50 Meter, und Bänke bitte in Buchten, nicht auf dem Weg. Am Schlossteich hat man das vor Jahren falsch gemacht und ärgert sich bis heute.',
    category: 'green',
    place: planPart('bachpromenade'),
    daysAgo: 18,
    time: '10:20',
  },
  {
    key: 'kita-bringzone',
    title: 'Kita braucht eine Bringzone',
    text: 'Sechzig Kinder heißt sechzig Autos zwischen sieben und acht. Ich arbeite selbst in einer Kita und weiß, wovon ich rede. Bitte acht Kurzzeitplätze direkt an der neuen Straße und einen breiten Gehweg, damit niemand in zweiter Reihe hält. Sonst parken alle auf dem Gehweg vor dem Quartiersgarten.',
    category: 'traffic',
    place: planPart('kita'),
    daysAgo: 17,
    time: '20:48',
  },
  {
    key: 'stellplaetze-zu-wenige',
    title: 'Ein Stellplatz je Wohnung reicht nicht',
    text: 'In unserem Haus haben fast alle zwei Autos, weil einer in der Stadt arbeitet und der andere in Zwickau. Bei 84 Wohnungen und 84 Stellplätzen stehen abends vierzig Autos auf der Neefestraße und in der Mozartstraße. Wir finden dort jetzt schon nach 18 Uhr nichts mehr.',
    category: 'traffic',
    place: street('Mozartstraße', [12.9034, 50.8223]),
    daysAgo: 16,
    time: '18:12',
    outside: true,
  },
  {
    key: 'stellplaetze-zu-viele',
    title: 'Weniger Stellplätze, dafür Carsharing',
    text: 'Die Straßenbahn ist sechs Minuten zu Fuß entfernt. Warum wird überhaupt mit einem Auto je Wohnung gerechnet? Andere Städte gehen auf 0,5 herunter, wenn es Carsharing und sichere Fahrradräume gibt. Jeder Stellplatz weniger ist ein Baum mehr. Ich lebe seit neun Jahren ohne Auto und mit zwei Kindern, es geht.',
    category: 'traffic',
    place: wholePlan,
    daysAgo: 15,
    time: '21:37',
  },
  {
    key: 'gewaechshaus-erhalten',
    title: 'Ein Gewächshaus stehen lassen',
    text: 'Das kleine Gewächshaus mit dem gemauerten Sockel ist von 1911. Meine Großmutter hat dort gelernt. Könnte man es nicht in den Quartiersgarten einbeziehen, als Werkraum oder Café? Es muss nicht alles weg, damit etwas Neues entsteht. Die Bauberatung der Denkmalpflege hat es sich letztes Jahr angesehen und war angetan.',
    category: 'building',
    place: planPart('quartiersgarten'),
    audience: 'publicWithName',
    name: 'Katharina Nestler',
    daysAgo: 14,
    time: '09:02',
  },
  {
    key: 'foerderwohnungen-verteilen',
    title: 'Geförderte Wohnungen nicht alle an die Straße',
    text: 'Dass 30 Prozent gefördert werden, ist gut. Aber bitte nicht alle in WA 1 an der lauten Seite und die teuren am Wasser. Wer weniger verdient, hat genauso ein Recht auf ruhigen Schlaf. Bitte im Plan oder im Vertrag mit dem Bauträger festschreiben, dass in jedem Baufeld gemischt wird.',
    category: 'building',
    place: planPart('wa-1'),
    daysAgo: 14,
    time: '13:26',
  },
  {
    key: 'radweg-durchgang',
    title: 'Durchgang für Räder zur Zwickauer Straße',
    text: 'Mit einem Steg über den Mühlbach wäre man in zwei Minuten an der Zwickauer Straße und am Radweg in die Innenstadt. Ohne Steg fährt man außen herum über die Kappler Drehe, und das traut sich mit Kindern keiner. Der Steg steht im Radverkehrskonzept, im Plan finde ich ihn nicht.',
    category: 'traffic',
    place: line('Vom neuen Quartier über den Mühlbach', uv(-62, 196), uv(-64, 212), uv(-66, 228)),
    daysAgo: 13,
    time: '07:55',
  },
  {
    key: 'starkregen',
    title: 'Wohin mit dem Wasser beim nächsten Starkregen?',
    text: 'Im Juli vor drei Jahren stand der Mühlbach bis an die alten Frühbeete. Wenn jetzt alles versiegelt wird, läuft es zu uns in die Keller. In der Begründung steht ein Satz zur Regenrückhaltung, aber keine Menge. Bitte rechnen Sie das nach und legen Sie Mulden an, bevor gebaut wird, nicht danach.',
    category: 'green',
    place: point(uv(-120, 205), 'Bachpromenade, Höhe der alten Frühbeete'),
    audience: 'publicWithName',
    name: 'Rolf Hänel',
    daysAgo: 13,
    time: '16:40',
  },
  {
    key: 'fledermaeuse',
    title: 'Fledermäuse in den alten Schuppen',
    text: 'Im Umweltbericht steht, es seien keine Quartiere gefunden worden. Wir sehen von unserem Balkon jeden Abend im Sommer sechs bis acht Tiere aus dem Schuppen an der Nordostecke fliegen. Die Begehung war laut Bericht im März, da ist es dafür zu früh. Bitte im Juni noch einmal schauen.',
    category: 'green',
    place: point(uv(60, 140), 'Alter Schuppen an der Nordostecke'),
    daysAgo: 12,
    time: '21:10',
  },
  {
    key: 'spielplatz-groesser',
    title: 'Ein Spielplatz für die Großen fehlt',
    text: 'Für Kleinkinder ist der Garten schön. Aber wo sollen die Zehn- bis Vierzehnjährigen hin? Im Mühlviertel gibt es für die nur die Bushaltestelle. Ein Tischtennistisch und ein Korb an der Promenade kosten wenig und sparen viel Ärger. Ich bin 13 und habe das mit meiner Klasse besprochen.',
    category: 'green',
    place: planPart('bachpromenade'),
    daysAgo: 12,
    time: '15:18',
  },
  {
    key: 'dachbegruenung',
    title: 'Gründach und Solar zusammen festsetzen',
    text: 'In der Festsetzung steht „Gründach oder Photovoltaik“. Beides zusammen geht und ist inzwischen üblich, die Module arbeiten über Pflanzen sogar kühler. Bitte das „oder“ durch ein „und“ ersetzen, wenigstens in WA 1 und WA 3 mit den Flachdächern.',
    category: 'building',
    place: wholePlan,
    daysAgo: 11,
    time: '11:33',
  },
  {
    key: 'gut-so',
    title: 'Endlich passiert dort etwas',
    text: 'Seit acht Jahren schaue ich auf zerbrochene Scheiben und Brennnesseln. Ich finde den Entwurf ausgewogen. Wohnungen, Kita, ein Weg am Wasser, das ist genau, was hier fehlt. Bitte nicht jahrelang weiter diskutieren, bis keiner mehr bauen will.',
    category: null,
    place: wholePlan,
    daysAgo: 10,
    time: '12:50',
  },
  {
    key: 'baustellenverkehr',
    title: 'Baustellenverkehr nicht durch die Martha-Schrag-Straße',
    text: 'Unsere Straße ist eine Sackgasse mit Kopfsteinpflaster, und in drei Häusern wohnen Menschen mit Rollator. Bitte schreiben Sie fest, dass die Lastwagen nur über die Neefestraße fahren. Beim Bau der Leitung vor vier Jahren hieß es auch, das sei doch klar, und dann kamen sie trotzdem.',
    category: 'traffic',
    place: street('Martha-Schrag-Straße', [12.9026, 50.8244]),
    daysAgo: 10,
    time: '17:44',
    outside: true,
  },
  {
    key: 'barrierefreie-wohnungen',
    title: 'Mehr Wohnungen ohne Stufen',
    text: 'Die Bauordnung verlangt nur einen kleinen Teil barrierefreie Wohnungen. Wir werden hier im Viertel aber alle älter. Ich würde gern aus meinem Haus in der Lortzingstraße in eine kleine Wohnung umziehen, aber im Viertel bleiben. Bitte Aufzüge in allen Häusern mit drei Geschossen vorsehen.',
    category: 'building',
    place: planPart('wa-1'),
    audience: 'publicWithName',
    name: 'Helga Morgenstern',
    daysAgo: 9,
    time: '10:07',
  },
  {
    key: 'english-rent',
    title: 'Flats for students and newcomers',
    text: 'I moved to Quellstedt two years ago for my PhD and it took me seven months to find a flat. Please make sure that some of the subsidised homes are small, one or two rooms. Everybody plans for families, but in our institute there are forty people who would love to live close to the brook and who do not own a car.',
    language: 'en',
    category: 'building',
    place: wholePlan,
    daysAgo: 9,
    time: '23:14',
  },
  {
    key: 'laerm-kita',
    title: 'Kita im Lärm der Zwickauer Straße',
    text: 'Das Außengelände der Kita liegt nach Norden. Das ist genau die Seite, auf der man die Zwickauer Straße hört. Wenn das Gebäude um neunzig Grad gedreht wird, schützt es den Garten selbst. Ich bin Architekt und zeichne das gern auf, wenn es hilft.',
    category: 'noise',
    place: planPart('kita'),
    daysAgo: 8,
    time: '14:29',
  },
  {
    key: 'licht-promenade',
    title: 'Beleuchtung ja, aber warm und niedrig',
    text: 'Ohne Licht geht im Winter niemand den Weg am Bach. Mit hellen Masten sind Insekten und Fledermäuse weg. Es gibt niedrige Leuchten mit Bewegungsmelder und warmem Licht. Bitte so festsetzen, sonst nimmt die Stadtbeleuchtung wieder, was im Lager liegt.',
    category: 'green',
    place: line('Weg am Mühlbach', uv(-155, 214), uv(-110, 212), uv(-60, 214), uv(-5, 212)),
    daysAgo: 8,
    time: '19:58',
  },
  {
    key: 'tempo-neue-strasse',
    title: 'Neue Straße als Spielstraße',
    text: 'Wenn die neue Straße ohnehin nur Anwohner anfahren, kann sie gleich verkehrsberuhigter Bereich werden. Dann braucht es keine Bordsteine, das Regenwasser läuft in die Beete, und die Kinder können vor der Tür spielen. So ist es in der Siedlung meiner Schwester in Freiberg, und es funktioniert.',
    category: 'traffic',
    place: planPart('neue-strasse'),
    daysAgo: 7,
    time: '12:11',
  },
  {
    key: 'sorbisch-klassen',
    title: 'Přechod k pěstowarni',
    text: 'Dobry dźeń, bydlimy na Neefowej dróze a chodźimy kóždy dźeń z dwěmaj dźěsćomaj nimo stareho zahrodnistwa. Rano jědźe tam jara wjele awtow. Prošu, natwarće přechod ze zebru prjedy hač so pěstowarnja wotewri. Za Waše dźěło so wutrobnje dźakujemy.',
    language: 'hsb',
    category: 'traffic',
    place: street('Neefestraße', uv(-30, 0)),
    daysAgo: 6,
    time: '09:46',
    outside: true,
  },
  {
    key: 'klimaanalyse',
    title: 'Kaltluft vom Bach nicht verbauen',
    text: 'Nachts zieht am Mühlbach kühle Luft ins Viertel, das merkt man im August beim Fahrradfahren sofort. Die drei Riegel in WA 3 stehen quer dazu. Zwei Häuser mit einer Lücke von zwanzig Metern würden die Luft durchlassen. Im Umweltbericht fehlt dazu eine Rechnung.',
    category: 'green',
    place: planPart('wa-3'),
    daysAgo: 5,
    time: '06:38',
  },
  // ---------- waiting for the moderator ----------
  {
    key: 'telefonnummer',
    title: 'Garagen an der Grundstücksgrenze',
    text: 'Unsere drei Garagen stehen seit 1968 genau auf der Linie, wo im Plan die Hecke eingezeichnet ist. Uns hat nie jemand gefragt. Bitte rufen Sie mich an, bevor Sie das beschließen, am besten nach 17 Uhr: 0371 000-8834, Bernd Uhlig. Wir haben noch die alten Unterlagen vom Rat der Stadt.',
    category: 'building',
    place: point(uv(98, 60), 'Garagen am Ostrand von WA 2'),
    daysAgo: 3,
    time: '18:22',
    visibility: 'inReview',
  },
  {
    key: 'hundewiese',
    title: 'Wo sollen die Hunde hin?',
    text: 'Auf der alten Gärtnerei laufen seit Jahren alle mit ihren Hunden. Das war nie erlaubt und hat nie jemanden gestört. An der Promenade wird sicher Leinenpflicht. Ein eingezäuntes Stück von zwanzig mal dreißig Metern am Westende würde viel Streit ersparen.',
    category: 'green',
    place: point(uv(-150, 210), 'Westende der Bachpromenade'),
    daysAgo: 3,
    time: '07:13',
    visibility: 'inReview',
  },
  {
    key: 'ladestationen',
    title: 'Ladesäulen gleich mitplanen',
    text: 'Wenn die Leitungen einmal in der neuen Straße liegen, kostet das Nachrüsten das Dreifache. Leerrohre an jedem Stellplatz sollten Pflicht sein, auch wenn anfangs nur zehn Säulen stehen. Wir haben das in unserer Hausgemeinschaft durchgerechnet und stellen die Zahlen gern zur Verfügung.',
    category: 'traffic',
    place: planPart('neue-strasse'),
    audience: 'publicWithName',
    name: 'Torsten Ahnert',
    email: 't.ahnert@post.example',
    daysAgo: 2,
    time: '20:05',
    visibility: 'inReview',
  },
  {
    key: 'wertverlust',
    title: 'Unser Haus verliert an Wert',
    text: 'Wir haben 2019 gekauft, weil hinter uns Grün war. Jetzt sollen zwölf Meter vor unserer Terrasse zweigeschossige Häuser stehen, von deren Balkonen man uns auf den Tisch schaut. Wer ersetzt uns das? Wir fordern einen Abstand von mindestens zwanzig Metern und eine Hecke, die vor Baubeginn gepflanzt wird.',
    category: 'building',
    place: planPart('wa-2'),
    daysAgo: 2,
    time: '22:47',
    visibility: 'inReview',
  },
  {
    key: 'nachtruhe-baustelle',
    title: 'Bauzeiten begrenzen',
    text: 'Ich arbeite im Krankenhaus in Schichten und schlafe oft tagsüber. Mir ist klar, dass gebaut werden muss. Aber Rammarbeiten bitte nur zwischen neun und sechzehn Uhr und mit einer Woche Ankündigung. Ein Zettel im Hausflur oder eine Nachricht würde schon reichen.',
    category: 'noise',
    place: nowhere,
    daysAgo: 2,
    time: '11:59',
    visibility: 'inReview',
  },
  {
    key: 'zwickauer-kreuzung',
    title: 'Ampel an der Zwickauer Straße gleich mitdenken',
    text: 'An der Einmündung Kappler Drehe und Zwickauer Straße wartet man zu Fuß jetzt schon zwei Umläufe. Wenn oben am Bach ein neuer Weg ankommt, werden es mehr Leute. Das liegt zwar nicht im Plangebiet, gehört aber dazu. Bitte die Grünzeit für Fußgänger verlängern.',
    category: 'traffic',
    place: point([12.89846, 50.82362], 'Kappler Drehe, Ecke Zwickauer Straße'),
    daysAgo: 1,
    time: '08:31',
    visibility: 'inReview',
    outside: true,
  },
  {
    key: 'english-bikes',
    title: 'Bike parking that fits cargo bikes',
    text: 'The draft asks for two bicycle spaces per flat, which is good. But please say how wide they must be. Our cargo bike does not fit into any of the racks in town and the cellar stairs are impossible. Ground level, lockable, 1.20 metres wide for at least one in five.',
    language: 'en',
    category: 'traffic',
    place: planPart('wa-2'),
    daysAgo: 1,
    time: '13:03',
    visibility: 'inReview',
  },
  {
    key: 'bienen',
    title: 'Streuobst statt Rasen',
    text: 'Der Kleingartenverein Lindenvorstadt würde im Quartiersgarten zehn alte Obstsorten pflanzen und die ersten fünf Jahre pflegen, ehrenamtlich. Dafür bräuchten wir einen Wasseranschluss und einen Geräteschuppen von neun Quadratmetern. Der ist nach den jetzigen Festsetzungen nicht zulässig, bitte ändern.',
    category: 'green',
    place: planPart('quartiersgarten'),
    audience: 'publicWithName',
    name: 'Kleingartenverein Lindenvorstadt e. V.',
    email: 'vorstand@kgv-lindenvorstadt.example',
    daysAgo: 1,
    time: '17:20',
    visibility: 'inReview',
  },
  // ---------- not for the public ----------
  {
    key: 'beleidigung',
    title: 'Eine Frechheit',
    text: 'Wer so etwas plant, hat nicht alle Tassen im Schrank. Die Herrschaften im Rathaus sind doch alle gekauft, und die zuständige Sachbearbeiterin ist zu dumm, einen Stadtplan zu lesen. Schämen Sie sich. Die Zufahrt gehört an die Kappler Drehe und nirgendwo sonst hin, das sieht jedes Kind.',
    category: 'traffic',
    place: planPart('neue-strasse'),
    daysAgo: 12,
    time: '23:52',
    visibility: 'withheld',
    withheld: {
      reason: 'insult',
      reasonText:
        'Der Text beleidigt eine Mitarbeiterin. Ihr Vorschlag, die Zufahrt an die Kappler Drehe zu legen, geht trotzdem in die Abwägung ein.',
    },
  },
  {
    key: 'nur-planung-eigentum',
    title: 'Zu meinem Flurstück',
    text: 'Ich bin Miteigentümerin des Streifens zwischen der Lindenreihe und dem Gehweg. Eine Abtretung kommt für uns nur in Betracht, wenn die Erschließungskosten geklärt sind. Ich bitte um ein Gespräch mit dem Liegenschaftsamt und möchte nicht, dass das öffentlich wird, solange wir uns in der Erbengemeinschaft nicht einig sind.',
    category: 'building',
    place: point(uv(20, 31), 'Streifen an der Lindenreihe'),
    audience: 'plannersOnly',
    name: 'Sabine Richter',
    email: 's.richter@post.example',
    daysAgo: 9,
    time: '16:16',
    visibility: 'notPublic',
  },
  {
    key: 'nur-planung-asthma',
    title: 'Staub während der Bauzeit',
    text: 'Mein Sohn hat schweres Asthma, unser Kinderzimmer zeigt zur Gärtnerei. Ich möchte wissen, wie der Staub beim Abriss der Gewächshäuser gebunden wird und ob die alten Dächer Asbest enthalten. Bitte antworten Sie mir direkt, das muss nicht jeder lesen.',
    category: 'noise',
    place: planPart('wa-2'),
    audience: 'plannersOnly',
    name: 'Nadine Pohl',
    email: 'nadine.pohl@post.example',
    daysAgo: 5,
    time: '20:33',
    visibility: 'notPublic',
  },
]

const sichereSchulwege: Entry[] = [
  {
    key: 'zebrastreifen-parkstrasse',
    title: 'Zebrastreifen an der Parkstraße',
    text: 'Unsere Tochter geht in die zweite Klasse und muss allein über die Parkstraße. Auf Höhe der Katharinenstraße ist eine Kurve, man sieht die Autos erst im letzten Moment. Ein Zebrastreifen mit Mittelinsel würde reichen. Bis dahin stehe ich jeden Morgen selbst dort.',
    category: 'crossing',
    place: point([12.9107, 50.82137], 'Parkstraße, Höhe Katharinenstraße'),
    daysAgo: 52,
    time: '08:04',
  },
  {
    key: 'gehweg-herderstrasse',
    title: 'Gehweg endet im Nichts',
    text: 'In der Herderstraße hört der Gehweg auf der Nordseite nach dem dritten Haus einfach auf. Die Kinder laufen dann auf der Fahrbahn oder quer durch die Einfahrten. Es fehlen vielleicht sechzig Meter. Im Winter, wenn der Schnee daneben liegt, ist es lebensgefährlich.',
    category: 'pavement',
    place: line('Herderstraße, Nordseite', [12.90909, 50.8205], [12.90864, 50.82099], [12.90797, 50.8217]),
    daysAgo: 48,
    time: '19:25',
  },
  {
    key: 'tempo-beckerstrasse',
    title: 'Auf der Beckerstraße fährt keiner 30',
    text: 'Das Schild steht, aber niemand hält sich daran. Ich wohne im ersten Stock und höre, wie sie zwischen den beiden Kreuzungen Gas geben. Eine Anzeige mit lachendem Gesicht hat in der Schulstraße wirklich etwas gebracht. Oder versetztes Parken, dann geht es gar nicht schneller.',
    category: 'speed',
    place: street('Beckerstraße', [12.9125, 50.8205]),
    audience: 'publicWithName',
    name: 'Jens Oehme',
    daysAgo: 45,
    time: '17:51',
  },
  {
    key: 'radweg-stollberger',
    title: 'Radstreifen auf der Stollberger Straße',
    text: 'Ab der fünften Klasse fahren viele mit dem Rad zum Gymnasium. Auf der Stollberger Straße werden sie mit dreißig Zentimetern Abstand überholt. Es gibt dort vier Fahrspuren, eine davon braucht am Morgen niemand. Bitte einen geschützten Streifen vom Goetheplatz bis zur Parkstraße.',
    category: 'cycling',
    place: line(
      'Stollberger Straße',
      [12.9052, 50.82022],
      [12.90581, 50.82076],
      [12.90635, 50.82128],
      [12.90669, 50.82165],
    ),
    daysAgo: 41,
    time: '07:40',
  },
  {
    key: 'elterntaxi-haydn',
    title: 'Halteverbot vor der Grundschule',
    text: 'Jeden Morgen dasselbe: Autos auf dem Gehweg, offene Türen, rückwärts ausparken zwischen Erstklässlern. Ein Halteverbot von 7 bis 8 Uhr in der Haydnstraße und eine Haltestelle für Eltern zweihundert Meter weiter, das wäre schnell gemacht und kostet nur Schilder.',
    category: 'crossing',
    place: street('Haydnstraße', [12.9001, 50.8193]),
    daysAgo: 38,
    time: '20:16',
  },
  {
    key: 'ampel-goetheplatz',
    title: 'Grünphase am Goetheplatz zu kurz',
    text: 'Ich bin 74 und Schulwegbegleiter. Mit acht Kindern an der Hand schaffen wir es in einer Grünphase nur bis zur Mittelinsel, und die ist zu schmal für alle. Vier Sekunden mehr würden genügen. Ich habe es mit der Stoppuhr gemessen, an drei verschiedenen Tagen.',
    category: 'crossing',
    place: point([12.90854, 50.82232], 'Goetheplatz'),
    audience: 'publicWithName',
    name: 'Manfred Großer',
    daysAgo: 33,
    time: '10:38',
  },
  {
    key: 'hecke-lortzing',
    title: 'Hecke verdeckt die Sicht',
    text: 'An der Ecke Lortzingstraße und Schubertstraße wächst eine Hecke über den halben Gehweg. Mit dem Kinderwagen muss man auf die Straße, und wer abbiegt, sieht die Kinder nicht. Vielleicht kann das Ordnungsamt einmal freundlich klingeln, bevor man etwas umbaut.',
    category: 'pavement',
    place: point([12.90245, 50.82014], 'Lortzingstraße, Ecke Schubertstraße'),
    daysAgo: 29,
    time: '15:49',
  },
  {
    key: 'licht-kapellenberg',
    title: 'Kein Licht am Kapellenberg',
    text: 'Der Fußweg am Kapellenberg ist die Abkürzung zur Oberschule. Von November bis Februar ist er morgens stockdunkel, zwei von vier Laternen sind seit letztem Winter kaputt. Ich habe es schon zweimal gemeldet. Meine Söhne gehen deshalb außen herum an der Hauptstraße.',
    category: 'pavement',
    place: point([12.91262, 50.82485], 'Fußweg am Kapellenberg'),
    daysAgo: 24,
    time: '06:52',
  },
  {
    key: 'schulstrasse-auf-zeit',
    title: 'Schulstraße auf Zeit ausprobieren',
    text: 'In Wien und Leipzig sperrt man die Straße vor der Schule für eine halbe Stunde am Morgen. Warum probieren wir das in der Katharinenstraße nicht für vier Wochen aus? Kostet zwei Absperrungen und ein paar Freiwillige. Der Elternrat würde mitmachen, wir haben schon elf Leute.',
    category: 'speed',
    place: street('Katharinenstraße', [12.9107, 50.8224]),
    audience: 'publicWithName',
    name: 'Elternrat der Grundschule Musikerviertel',
    email: 'elternrat@gs-musikerviertel.example',
    daysAgo: 19,
    time: '21:22',
  },
  {
    key: 'kopfsteinpflaster-rad',
    title: 'Mit dem Rad über Kopfsteinpflaster',
    text: 'Die Schubertstraße wäre der beste Radweg zur Schule, wenn das Pflaster nicht wäre. Bei Nässe bin ich da schon zweimal gestürzt. Ein glatter Streifen von 1,50 Metern auf jeder Seite würde reichen, das Pflaster in der Mitte kann von mir aus bleiben, es sieht ja schön aus.',
    category: 'cycling',
    place: street('Schubertstraße', [12.9015, 50.8209]),
    daysAgo: 13,
    time: '14:08',
  },
  // ---------- waiting for the moderator ----------
  {
    key: 'bus-haltestelle',
    title: 'Haltestelle liegt auf der falschen Seite',
    text: 'Wer mit dem Bus aus der Lindenvorstadt kommt, steigt an der Zwickauer Straße aus und muss dann über beide Fahrbahnen. Die Kinder rennen, weil sie den Anschluss sehen. Könnte man die Haltestelle nicht fünfzig Meter vor die Ampel legen? Der Busfahrer, mit dem ich sprach, fände es auch besser.',
    category: 'crossing',
    place: street('Zwickauer Straße', [12.9074, 50.8265]),
    daysAgo: 3,
    time: '16:27',
    visibility: 'inReview',
  },
  {
    key: 'lieferverkehr',
    title: 'Lieferwagen auf dem Gehweg',
    text: 'In der Crusiusstraße stehen zwischen halb acht und acht immer zwei, drei Lieferwagen auf dem Gehweg. Die Erstklässler weichen auf die Straße aus. Eine Ladezone vor Nummer 14 würde helfen, dort ist Platz. Ich meine das nicht böse, die Fahrer haben ja auch ihren Zeitdruck.',
    category: 'pavement',
    place: street('Crusiusstraße', [12.9118, 50.8186]),
    daysAgo: 2,
    time: '08:19',
    visibility: 'inReview',
  },
  {
    key: 'kennzeichen',
    title: 'Immer derselbe Raser',
    text: 'Jeden Morgen um 7.40 Uhr kommt ein dunkler Kombi mit mindestens 60 durch die Parkstraße. Ich kann Ihnen das Kennzeichen nennen, und wo er wohnt, weiß hier auch jeder. Es muss doch möglich sein, da einmal einen Blitzer hinzustellen, bevor etwas passiert.',
    category: 'speed',
    place: street('Parkstraße', [12.9085, 50.8198]),
    daysAgo: 1,
    time: '09:11',
    visibility: 'inReview',
  },
  {
    key: 'roller',
    title: 'Platz für Roller vor der Schule',
    text: 'Meine Kinder fahren mit dem Roller, wie die halbe Klasse. Abstellen kann man die nirgends, also liegen sie auf dem Weg, und andere stolpern. Ein einfacher Ständer für dreißig Roller neben dem Tor kostet ein paar hundert Euro. Der Hausmeister wäre einverstanden.',
    category: 'cycling',
    place: nowhere,
    daysAgo: 1,
    time: '19:36',
    visibility: 'inReview',
  },
  // ---------- not for the public ----------
  {
    key: 'werbung',
    title: 'Sicherheit für Ihr Kind',
    text: 'Liebe Eltern, mit unseren reflektierenden Schulranzen-Überzügen ist Ihr Kind auch im Dunkeln sichtbar. Jetzt im Dreierpack mit Rabatt auf unserer Internetseite bestellen und versandkostenfrei erhalten. Angebot nur solange der Vorrat reicht. Fragen Sie auch nach unseren Angeboten für Schulklassen.',
    category: null,
    place: nowhere,
    daysAgo: 21,
    time: '03:17',
    visibility: 'withheld',
    withheld: {
      reason: 'advertising',
      reasonText: 'Der Text wirbt für ein Produkt und nennt keine Stelle auf einem Schulweg.',
    },
  },
  {
    key: 'nur-planung-begleitung',
    title: 'Mein Kind wird auf dem Heimweg abgepasst',
    text: 'Es geht nicht um den Verkehr, aber ich weiß nicht, wohin damit. Mein Sohn wird seit den Herbstferien an der Unterführung von älteren Schülern abgepasst. Vielleicht kann dort morgens und mittags jemand stehen. Bitte veröffentlichen Sie das nicht, er schämt sich sehr.',
    category: null,
    place: area(
      'Umgebung der Unterführung',
      [12.9126, 50.8228],
      [12.9135, 50.8228],
      [12.9135, 50.8234],
      [12.9126, 50.8234],
    ),
    audience: 'plannersOnly',
    daysAgo: 7,
    time: '22:05',
    visibility: 'notPublic',
  },
]

let made: SampleContribution[] | undefined

/** The contributions of both procedures, always the same and in the same order. */
export function contributions(): SampleContribution[] {
  made ??= [
    ...alteGaertnerei.map(complete('alte-gaertnerei')),
    ...sichereSchulwege.map(complete('sichere-schulwege')),
  ]
  return made
}
