import { text } from './text.ts'
import type { SamplePages } from './types.ts'

/** What Quellstedt says of itself where the law asks for it. The town, its people and its numbers are invented. */
export const townPages: SamplePages = {
  imprint: [
    {
      title: text('Herausgeber', 'Published by', 'Wudawaćel'),
      text: text(
        'Stadt Quellstedt\nMarkt 1\n09990 Quellstedt\n\nDie Stadt Quellstedt ist eine Körperschaft des öffentlichen Rechts. Sie wird vertreten durch Bürgermeisterin Katrin Hofmann.',
        'Stadt Quellstedt\nMarkt 1\n09990 Quellstedt\n\nThe town of Quellstedt is a public corporation. It is represented by its mayor, Katrin Hofmann.',
      ),
    },
    {
      title: text('Kontakt', 'Contact', 'Kontakt'),
      text: text(
        'Stadtplanungsamt, Zimmer 214\nTelefon 0371 000-214\nE-Mail beteiligung@quellstedt.example\n\nSprechzeiten: Dienstag 9 bis 18 Uhr, Donnerstag 9 bis 16 Uhr. Der Eingang über den Hof ist stufenlos.',
        'Planning office, room 214\nTelephone 0371 000-214\nE-mail beteiligung@quellstedt.example\n\nOpen Tuesday 9 am to 6 pm, Thursday 9 am to 4 pm. The entrance through the courtyard is step-free.',
      ),
    },
    {
      title: text('Verantwortlich für den Inhalt', 'Responsible for the content'),
      text: text(
        'Dr. Ines Albrecht, Leiterin des Stadtplanungsamts, Anschrift wie oben (§ 18 Abs. 2 MStV). Für Beiträge stehen ein, wer sie schreibt.',
        'Dr. Ines Albrecht, head of the planning office, address as above (section 18 (2) MStV). Contributions are answered for by whoever writes them.',
      ),
    },
    {
      title: text('Aufsicht', 'Supervision'),
      text: text(
        'Rechtsaufsicht führt das Landratsamt des Landkreises Quelltal, Schlossplatz 3, 09991 Quellberg.',
        'Legal supervision lies with the district of Quelltal, Schlossplatz 3, 09991 Quellberg.',
      ),
    },
  ],
  privacy: [
    {
      title: text('Wer verantwortlich ist', 'Who is responsible'),
      text: text(
        'Stadt Quellstedt, Stadtplanungsamt, Markt 1, 09990 Quellstedt, beteiligung@quellstedt.example, Telefon 0371 000-214.\n\nDie Datenschutzbeauftragte der Stadt erreichen Sie unter datenschutz@quellstedt.example oder mit dem Zusatz „Datenschutz“ unter derselben Anschrift.',
        'Stadt Quellstedt, planning office, Markt 1, 09990 Quellstedt, beteiligung@quellstedt.example, telephone 0371 000-214.\n\nYou reach the town’s data protection officer at datenschutz@quellstedt.example, or at the same address, marked “Datenschutz”.',
      ),
    },
    {
      title: text('Was wir speichern', 'What we keep'),
      text: text(
        'Ihren Beitrag mit Ort und Dateien, den Zeitpunkt des Eingangs und Ihren Wunsch, wer ihn lesen darf. Name und E-Mail nur, wenn Sie beides angeben; beides liegt verschlüsselt. Ein Konto brauchen Sie nicht.',
        'Your contribution with its place and files, when it arrived, and who you wish may read it. Name and e-mail only if you give them; both are encrypted. You need no account.',
      ),
    },
    {
      title: text('Wozu und mit welchem Recht', 'What for, and by what right'),
      text: text(
        'Um Ihren Beitrag zu prüfen, abzuwägen und zu beantworten: Artikel 6 Absatz 1 Buchstabe e und Absatz 3 DSGVO mit § 3 Sächsisches Datenschutzdurchführungsgesetz und, bei Bebauungsplänen, §§ 3 und 4b BauGB. Eine Einwilligung brauchen wir dafür nicht.',
        'To check, weigh and answer your contribution: Article 6 (1) (e) and (3) GDPR with section 3 of the Saxon data protection implementation act and, for urban land-use plans, sections 3 and 4b BauGB. No consent is needed for it.',
      ),
    },
    {
      title: text('Wer etwas davon erfährt', 'Who learns of it'),
      text: text(
        'Öffentlich wird nur, was Sie freigeben. Stadtrat und beauftragte Planungsbüros sehen Beiträge ohne E-Mail-Adressen. Die Seiten betreibt ein Rechenzentrum im Auftrag der Stadt (Artikel 28 DSGVO); es liest nicht mit.',
        'Only what you release becomes public. The town council and planning offices on our behalf see contributions without e-mail addresses. A computing centre runs these pages for the town (Article 28 GDPR); it does not read along.',
      ),
    },
    {
      title: text('Wie lange', 'For how long'),
      text: text(
        'Akten von Bebauungsplänen bleiben, solange der Plan gilt. Sitzungen von Mitarbeitenden enden nach zwölf Stunden. Adressen von Geräten schreiben wir nicht auf.',
        'Files of urban land-use plans stay as long as the plan is in force. Sessions of staff end after twelve hours. Addresses of devices are not written down.',
      ),
    },
    {
      title: text('Was auf Ihrem Gerät liegt', 'What lies on your device'),
      text: text(
        'Ihr Entwurf, bis Sie ihn absenden oder löschen; dazu Ihre Wahl von Sprache und Darstellung. Kein Zählpixel, kein Cookie zum Wiedererkennen, keine Anfrage an andere Anbieter. Auch die Karte kommt von diesem Server.',
        'Your draft, until you send or delete it, and your choice of language and look. No tracking pixel, no cookie to know you again, no request to anybody else. The map, too, comes from this server.',
      ),
    },
    {
      title: text('Ihre Rechte', 'Your rights'),
      text: text(
        'Auskunft, Berichtigung, Löschung, Einschränkung und Widerspruch: datenschutz@quellstedt.example. Beschweren können Sie sich bei der Sächsischen Datenschutz- und Transparenzbeauftragten, Devrientstraße 5, 01067 Dresden.',
        'Access, rectification, erasure, restriction and objection: datenschutz@quellstedt.example. You can complain to the Saxon Data Protection and Transparency Commissioner, Devrientstraße 5, 01067 Dresden.',
      ),
    },
  ],
  accessibility: {
    conformance: 'partial',
    method: 'self',
    checkedDaysAgo: 40,
    gaps: [
      {
        text: text(
          'Planzeichnungen und Gutachten im Format PDF haben keine Beschreibung der Bilder.',
          'Plan drawings and expert reports in PDF have no description of their pictures.',
        ),
        reason: 'notYet',
        alternative: text(
          'Jede Planzeichnung steht auch als Liste ihrer Teile auf der Seite; am Telefon lesen wir vor.',
          'Each plan drawing also stands on its page as a list of its parts; we read it out on the telephone.',
        ),
      },
      {
        text: text('Eingescannte Karten aus der Zeit vor 2018.', 'Scanned maps from before 2018.'),
        reason: 'outOfScope',
        alternative: null,
      },
    ],
  },
}
