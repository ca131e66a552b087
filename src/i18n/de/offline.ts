import type * as english from "../en/offline.ts";
import { number } from "../format.ts";

/** The German words of the script for reading offline. */
export const offline: typeof english.offline = {
  unsupported: {
    insecure: "Browser speichern Seiten nur von Websites mit https, und diese verwendet es nicht.",
    browser:
      "Dieser Browser kann keine Seiten dieser Website speichern, vielleicht weil das Fenster privat ist.",
    storage:
      "Dieser Browser erlaubt der Website nicht, Daten zu speichern. Prüfe seine Einstellungen für Cookies und Websitedaten, oder verlasse das private Fenster.",
  },
  errors: {
    busy: "Ein anderer Tab lädt das Archiv gerade herunter.",
    unreachable: "Der Download brach ab, weil die Verbindung ausfiel.",
    full: "Der Download brach ab, weil der Speicher des Browsers für diese Website voll ist. Schaffe Platz auf dem Gerät, oder lösche, was schon heruntergeladen ist.",
    invalid:
      "Der Download brach ab, weil der Server unerwartete Dateien geschickt hat. Vielleicht wird gerade eine neuere Fassung veröffentlicht; versuche es in einigen Minuten noch einmal.",
  },
  downloading: "Wird heruntergeladen …",
  downloadingElsewhere: "Ein anderer Tab lädt das Archiv gerade herunter.",
  progress: (present, total) => `${present} von ${total} heruntergeladen`,
  keepReading: "Du kannst weiterlesen; der Download läuft von Seite zu Seite weiter.",
  stored: (pages, size, day) =>
    `Das ganze Archiv ist auf diesem Gerät: ${number(pages)} Seiten, ${size}, Stand vom ${day}.`,
  updateAvailable: "Es gibt eine neuere Fassung.",
  update: "Neuere Fassung herunterladen",
  incomplete: (present, total) => `${present} von ${total} sind auf diesem Gerät.`,
  nothingYet: (total) => `Von ${total} ist noch nichts heruntergeladen.`,
  readableWhenComplete:
    "Offline lesen lässt sich das Archiv, sobald es vollständig heruntergeladen ist.",
  resume: "Download fortsetzen",
  checking: "Die Größe des Archivs wird abgefragt …",
  serverUnreachable:
    "Der Server ist nicht erreichbar, das Archiv kann jetzt nicht heruntergeladen werden.",
  retry: "Noch einmal versuchen",
  offer: (pages, download, storage) =>
    `${number(pages)} Seiten und die Suche: ${download} herunterzuladen, ${storage} auf diesem Gerät.`,
  littleSpace: (free) =>
    `Der Browser hat für diese Website nur noch ${free} frei; der Platz reicht vielleicht nicht.`,
  removable: "Du kannst es jederzeit wieder löschen.",
  download: "Dieses Archiv herunterladen",
  noWorker:
    "Dieser Browser kann gespeicherte Seiten dieser Website nicht offline öffnen, weil sich ihr Service Worker nicht einrichten ließ.",
  updatesItself: "Neuere Fassungen werden geladen, während du liest.",
  mayBeCleared:
    "Neuere Fassungen werden geladen, während du liest. Der Browser kann das Archiv entfernen, wenn der Platz auf dem Gerät knapp wird.",
};
