import type * as english from "../en/library.ts";
import { counted, number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

const inDative = (count: number) => counted(count, "Artikel", "Artikeln");

/** The German words of the scripts for saved, shared and new papers. */
export const library: typeof english.library = {
  morePapers: "Weitere Artikel",

  toRead: "Noch zu lesen",
  read: "Gelesen",
  noteOnly: "Nur mit Notiz",
  blocked:
    "Dieser Browser erlaubt der Website nicht, Daten zu speichern; daher lassen sich keine Artikel speichern. Prüfe seine Datenschutzeinstellungen oder verlasse das private Fenster.",
  summary: ({ saved, read, notes }) => {
    const parts = [
      ...(saved > 0 ? [`${paperLabels.count(saved)} gespeichert`] : []),
      ...(read > 0 ? [`${number(read)} gelesen`] : []),
      ...(notes > 0 ? [`${number(notes)} mit Notiz`] : []),
    ];
    return parts.length > 0
      ? parts.join(", ")
      : "Du hast auf diesem Gerät noch keine Artikel gespeichert. Mit dem Lesezeichen neben einem Artikel speicherst du ihn, mit dem Häkchen markierst du ihn als gelesen.";
  },
  notInArchive: "Dieser Artikel ist nicht mehr in diesem Archiv.",

  damaged: {
    label: (count) => (count === 1 ? "Beschädigte Daten" : "Beschädigte Daten mehrerer Artikel"),
    explanation: (count) =>
      `Die gespeicherten Daten von ${inDative(count)} sind nicht lesbar. Sie bleiben unverändert, und deine anderen Artikel sind nicht betroffen.`,
    download: "Beschädigte Daten herunterladen",
    remove: "Beschädigte Daten löschen",
  },
  paperErrors: {
    "not-json": "kein JSON oder abgeschnitten",
    "not-an-object": "kein JSON-Objekt",
    "no-version": "keine Versionsnummer",
    "newer-version": "von einer neueren Version dieser Website geschrieben",
    "no-title": "kein Titel",
    "bad-published": "„published“ ist kein Tag, Monat oder Jahr",
    "bad-saved": "„saved“ ist keine Zeitangabe",
    "bad-read": "„read“ ist keine Zeitangabe",
    "bad-note": "„note“ hat keinen Text oder keine Zeitangabe",
    "bad-id": "keine gültige Kennung, wie etwa 2510.01171",
  },

  linkCopied: "Link kopiert",
  copyingBlocked:
    "Dieser Browser erlaubt der Seite das Kopieren nicht. Der Link ist markiert, du kannst ihn selbst kopieren.",
  exporting: "Die Datei wird erstellt …",
  exportedCitations: (count, format) => `${paperLabels.count(count)} als ${format} exportiert`,
  exportedBackup: (count) => `${paperLabels.count(count)} exportiert, mit Notizen und Leseverlauf`,
  citedButGone: (count) =>
    `${paperLabels.count(count)} ${count === 1 ? "ist" : "sind"} nicht mehr in diesem Archiv und ${count === 1 ? "hat" : "haben"} nur Titel und Datum.`,
  citedOffline: (count) =>
    `${paperLabels.count(count)} ${count === 1 ? "konnte" : "konnten"} ohne Verbindung nicht nachgeschlagen werden und ${count === 1 ? "hat" : "haben"} nur Titel und Datum.`,
  moreDetails: (count) => `… und ${number(count)} weitere`,

  unreadableFile: (file) => `${file} konnte nicht gelesen werden.`,
  nothingImported: (file) =>
    `Aus ${file} wurde nichts importiert. Deine gespeicherten Artikel sind unverändert.`,
  importErrors: {
    "not-json": [
      "Die Datei ist kein JSON, oder ein Teil von ihr fehlt.",
      "Wähle eine Sicherung, die auf einer Seite wie dieser exportiert wurde, und prüfe, ob sie vollständig kopiert ist.",
    ],
    "not-a-backup": [
      "Die Datei ist JSON, aber keine Sicherung von einer Website dieser Art.",
      "Zitate wie CSL-JSON können nicht importiert werden, nur Sicherungen, die auf einer Seite wie dieser exportiert wurden.",
    ],
  },
  otherVersion: (version, supported) => [
    `Die Sicherung hat Version ${version}, diese Seite liest aber Version ${supported}.`,
    "Exportiere sie auf einer aktuellen Website noch einmal, oder importiere sie auf einer Website, die so neu ist wie die, von der sie stammt.",
  ],
  imported: (count, total, file) =>
    `${number(count)} von ${inDative(total)} aus ${file} importiert und mit deinen gespeicherten Artikeln zusammengeführt.`,
  importStopped: {
    full: "Der Rest wurde nicht importiert: Der Speicher des Browsers für diese Website ist voll.",
    blocked:
      "Der Rest wurde nicht importiert: Dieser Browser erlaubt der Website nicht, Daten zu speichern.",
  },
  itemOfFile: (position, id) =>
    id === undefined ? `Artikel ${number(position)}` : `Artikel ${number(position)} (${id})`,
  skipped: (paper, reason) => `${paper} wurde übersprungen: ${reason}.`,

  confirmRemoval: (count) =>
    `${paperLabels.count(count)} mit deinen Notizen und alles andere, was diese Website gespeichert hat, von diesem Gerät löschen? Das lässt sich nicht rückgängig machen.`,
  removed: "Alles wurde von diesem Gerät gelöscht.",
  removedButOffline:
    "Deine gespeicherten Artikel wurden gelöscht, nicht aber die Seiten, die zum Offlinelesen gespeichert sind. Du kannst sie auf der Seite „Offline lesen“ löschen.",

  emptyLink:
    "Dieser Link enthält keine Artikel. Der Link zu einer Liste endet mit # und den Kennungen der Artikel; vielleicht wurde dieser Teil abgeschnitten.",
  loadingList: "Die Artikel werden geladen …",
  inList: (count) => `${paperLabels.count(count)} in dieser Liste`,
  partOfList: (count, total) =>
    `${number(count)} von ${inDative(total)} dieser Liste ${count === 1 ? "kann" : "können"} ohne Verbindung gezeigt werden`,
  notInThisArchive: (count, names) =>
    count === 1
      ? `Dieser Artikel ist nicht in diesem Archiv: ${names}.`
      : `Diese Artikel sind nicht in diesem Archiv: ${names}.`,
  couldNotLoad: (count, names) =>
    `${paperLabels.count(count)} ${count === 1 ? "konnte" : "konnten"} nicht geladen werden: ${names}. Prüfe die Verbindung und lade die Seite neu.`,
  quoted: (text) => `„${text}“`,
  andMore: (list, count) => `${list} und ${number(count)} weitere`,
  saveList: (count) =>
    count === 1 ? "Diesen Artikel speichern" : `Diese ${paperLabels.count(count)} speichern`,
  savedFromList: (count, total) =>
    `${number(count)} von ${inDative(total)} dieser Liste ${count === 1 ? "ist" : "sind"} auf diesem Gerät gespeichert`,

  news: {
    blocked:
      "Dieser Browser erlaubt der Website nicht, Daten zu speichern; daher kann die Seite nicht wissen, wann du zuletzt hier warst. Hier sind die letzten Tage.",
    failed:
      "Die neuesten Artikel konnten nicht geladen werden. Prüfe die Verbindung und lade die Seite neu.",
    notRemembered:
      "Dieser Besuch kann nicht gespeichert werden, weil der Speicher des Browsers für diese Website voll ist.",
    firstVisit:
      "Erster Besuch auf diesem Gerät. Ab dem nächsten Besuch zeigt diese Seite die Artikel, die inzwischen hinzugekommen sind. Bis dahin siehst du hier die letzten Tage.",
    clockWentBack: (since) =>
      `Laut der Uhr dieses Geräts liegt dein letzter Besuch (${since}) in der Zukunft; daher lässt sich nicht bestimmen, was neu ist. Ab dem nächsten Besuch geht es wieder. Bis dahin siehst du hier die letzten Tage.`,
    sinceLook: (count, since, atLeast) => {
      if (count === 0) return `Nichts Neues, seit du zuletzt hier nachgesehen hast (${since})`;
      const some = atLeast ? `Mindestens ${paperLabels.count(count)}` : paperLabels.count(count);
      return `${some} neu, seit du zuletzt hier nachgesehen hast (${since})`;
    },
    sinceVisit: (count, since) =>
      count === 0
        ? `Keine Artikel aus den Tagen seit deinem letzten Besuch (${since})`
        : `${paperLabels.count(count)} aus den Tagen seit deinem letzten Besuch (${since})`,
  },
};
