import type * as english from "../en.ts";
import { counted } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

/** The German words of the page for unknown addresses. */
export const notFoundPage: typeof english.notFoundPage = {
  title: "Seite nicht gefunden",
  lede: "Unter dieser Adresse gibt es keine Seite. Suche nach dem Artikel, oder gehe zu [den neuesten Artikeln](home), [der Übersicht nach Datum](years) oder [den Themen](topics).",
};

/** The German words of the page at a former address. */
export const movedPage: typeof english.movedPage = {
  title: "Diese Seite ist umgezogen",
  lede: "Du findest sie jetzt unter [](page).",
};

/** The German words of the page at the address of a paper or page that the archive no longer has. */
export const gonePage: typeof english.gonePage = {
  untitled: "Ein Artikel ohne Titel",
  gone: "Dieses Archiv enthält diesen Artikel nicht mehr.",
  removed: "Dieser Artikel wurde aus diesem Archiv entfernt.",
  elsewhere: "Du findest ihn hier:",
  page: "Diese Seite gibt es hier nicht mehr.",
  pages: "Andere Seiten:",
  others:
    "Suche nach anderen Artikeln, oder gehe zu [den neuesten Artikeln](home), [der Übersicht nach Datum](years) oder [den Themen](topics).",
};

/** The German message on pages that need a server, for a site opened as files. */
export const openedAsFile: typeof english.openedAsFile = (command) =>
  `Als Datei geöffnet funktioniert diese Seite nicht, weil Browser einer Seite aus einem Ordner weder Skripte noch das Lesen anderer Dateien erlauben. Ein kleiner Server auf deinem Rechner genügt: Führe \`${command}\` im Ordner dieses Archivs aus und öffne dann [](server).`;

/** The German words in the markup of the page of new papers. */
export const newsPage: typeof english.newsPage = {
  title: "Neu seit deinem letzten Besuch",
  description: "Artikel, die seit deinem letzten Besuch auf diesem Gerät hinzugekommen sind.",
  noScript:
    "Damit sich dein Browser deinen letzten Besuch merken kann, muss JavaScript eingeschaltet sein. Die letzten Tage stehen trotzdem unten.",
  byDay: "nach Tag",
  latestDays: "Die letzten Tage",
  allDates: "Alle Daten",
};

/** The German words in the markup of the page of a shared list. */
export const sharedPage: typeof english.sharedPage = {
  title: "Geteilte Liste",
  description: "Eine Liste von Artikeln, die jemand als Link geteilt hat.",
  lede: "Jemand hat diese Liste von Artikeln mit dir geteilt. Die Liste steckt im Link selbst.",
  noScript:
    "Um diese Artikel nachzuschlagen, muss JavaScript eingeschaltet sein. Ihre Kennungen stehen am Ende der Adresse dieser Seite. Du findest alle Artikel nach [Datum](years) oder [Thema](topics).",
  save: "Diese Artikel speichern",
};

/** The German words in the markup of the page of saved papers. */
export const savedPage: typeof english.savedPage = {
  title: "Gespeicherte Artikel",
  description: "Die Artikel, die du auf diesem Gerät gespeichert hast, und deine Notizen.",
  lede: "Artikel, die du speicherst oder als gelesen markierst, und deine Notizen bleiben in diesem Browser auf diesem Gerät. Es gibt kein Konto, und nichts wird übertragen. Sieh auch nach, was [seit deinem letzten Besuch neu](news) ist.",
  noScript:
    "Zum Speichern muss JavaScript eingeschaltet sein. Du findest alle Artikel auch ohne, nach [Datum](years) oder [Thema](topics).",
  damaged: "Beschädigte Einträge",
  tools: "Exportieren und teilen",
  share: "Gespeicherte Artikel teilen",
  shareHelp:
    "Der Link enthält die Liste selbst: die Artikel, aber weder deine Notizen noch, was du gelesen hast.",
  shareAddress: "Link zur Liste",
  copy: "Kopieren",
  cite: "Zitate exportieren",
  move: "Auf ein anderes Gerät umziehen",
  moveHelp:
    "Exportiere alles in eine Datei und importiere sie auf dem anderen Gerät. Was dort schon gespeichert ist, bleibt erhalten; beide Listen werden zusammengeführt.",
  exportJson: "Als JSON exportieren",
  importBackup: "Sicherung importieren",
  keys: "Tastenkürzel",
  useKeys: "Einzelne Tasten als Kürzel verwenden",
  keysHelp:
    "`j` und `k` führen durch die Zeilen einer Liste, `o` öffnet eine, `s` speichert einen Artikel, `/` führt zur Suche, und `?` zeigt alle Tastenkürzel, auf jeder Seite. Schalte sie aus, wenn sie eine Spracheingabe oder einen Screenreader stören.",
  removeAll: "Alles löschen",
  remove: "Von diesem Gerät löschen",
};

/** The German words for the keys of a paper's page. */
export const shortcuts: typeof english.shortcuts = {
  title: "Tastenkürzel",
  next: "nächste Zeile einer Liste",
  previous: "vorherige Zeile",
  open: "den Artikel oder die Seite der Zeile öffnen",
  save: "den Artikel der Zeile oder Seite speichern oder aus der Liste nehmen",
  read: "den Artikel der Zeile oder Seite als gelesen oder ungelesen markieren",
  note: "auf der Seite eines Artikels deine Notiz öffnen oder schließen",
  search: "suchen",
  help: "diese Tastenkürzel zeigen",
  close: "dieses Fenster schließen",
  turnOff: "Auf der Seite [Gespeicherte Artikel](saved) kannst du sie ausschalten.",
  closeButton: "Schließen",
};

/** The German words of the search field. */
export const searchForm: typeof english.searchForm = {
  label: "Artikel suchen",
  placeholder: "Artikel durchsuchen",
  button: "Suchen",
};

/** The German words in the markup of the search page. */
export const searchControls: typeof english.searchControls = {
  title: "Suche",
  description: "Volltextsuche in allen Artikeln dieses Archivs.",
  noScript:
    "Die Suche läuft in deinem Browser; dafür muss JavaScript eingeschaltet sein. Du findest alle Artikel auch ohne, nach [Datum](years) oder [Thema](topics).",
  recent: "Letzte Suchen",
  examples: "Zum Beispiel",
  searchTopics: "In einem Thema suchen",
  matchAny: "Auch Artikel mit nur einigen dieser Wörter",
  sortBy: "Sortieren nach",
  relevance: "Relevanz",
  newest: "Neueste zuerst",
  oldest: "Älteste zuerst",
  mostUpvotes: "Meiste Stimmen",
  mostComments: "Meiste Kommentare",
  cite: "Zitate exportieren",
  filters: "Filter",
  results: "Ergebnisse",
  more: "Weitere Ergebnisse",
};

/** The German help below the search field; operators stay English. */
export const searchHelp: typeof english.searchHelp = {
  title: "Hilfe zur Suche",
  intro:
    "Mit einigen Wörtern findest du die Artikel, die alle davon enthalten, Treffer im Titel zuerst. Mit einem Satz findest du die Artikel, die er am besten beschreibt. Schreibe Formeln so, wie sie aussehen oder klingen: `L^2`, `epsilon`. Mit einer arXiv-Kennung, einer DOI oder einem Link findest du genau diesen Artikel.",
  operators: [
    ['"mode collapse"', "diese Wörter in dieser Reihenfolge"],
    ["-bandits", "Artikel ohne dieses Wort"],
    ["title:sampling", "im Titel"],
    ["author:Sutton", "von diesem Autor"],
    ["topic:agents org:google", "zu einem Thema, von einer Organisation"],
    ["year:2023..2025", "aus diesen Jahren; auch year:2024, year:2024.. und month:2024-05"],
    ["has:code has:notes", "mit Link zu Code, mit Notiz des Betreibers"],
    ["source:arxiv", "aus dieser Quelle"],
    ["is:saved is:unread", "in deinen eigenen Listen in diesem Browser"],
    ["status:reading", "mit diesem Status in den Notizen: to-read, reading oder read"],
    ["sampling year:2024.. has:code", "alles davon zusammen"],
    ["bandits OR sampling", "eines dieser Wörter; Artikel mit allen stehen vorn"],
  ],
  keys: "Mit `/` oder `Strg` `K` kommst du von jeder Seite zur Suche. Mit `↓` und `↑` gehst du durch die Ergebnisse, `Enter` öffnet eines, und `Esc` führt zurück ins Suchfeld oder leert es.",
};

/** The German words in the markup of the offline page. */
export const offlineReading: typeof english.offlineReading = {
  title: "Offline lesen",
  description: "Lade dieses Archiv auf dein Gerät und lies es ohne Internetverbindung.",
  lede: "Seiten, die du gelesen hast, und Artikel, die du gespeichert hast, bleiben auf diesem Gerät ohne Internetverbindung lesbar. Du kannst auch das ganze Archiv samt Suche herunterladen. Nichts davon verlässt dein Gerät.",
  noScript: "Zum Offlinelesen muss JavaScript eingeschaltet sein.",
  wholeArchive: "Das ganze Archiv",
  download: "Dieses Archiv herunterladen",
  stop: "Abbrechen",
  remove: "Von diesem Gerät löschen",
  readPages: "Seiten, die du gelesen hast",
  forget: "Diese Seiten löschen",
  missing: "Offline nicht verfügbar",
  missingLede:
    "Du bist offline, und diese Seite ist nicht auf deinem Gerät gespeichert. Sie wird geladen, sobald du wieder online bist. [Sieh nach, was gespeichert ist](offline), oder versuche es mit [den neuesten Artikeln](home), [der Übersicht nach Datum](years) oder [den Themen](topics).",
};

/** The German words in the markup of the map's page. */
export const mapOverview: typeof english.mapOverview = {
  title: "Karte",
  heading: "Karte der Artikel",
  description:
    "Die Artikel dieses Archivs als Punkte auf einer Karte. Artikel zu ähnlichen Themen liegen nah beieinander.",
  tooFew:
    "Für eine Karte sind mindestens vier Artikel nötig. Bis dahin gibt es [die Liste der Artikel](home).",
  lede: "Jeder Punkt ist ein Artikel. Artikel zu ähnlichen Themen liegen nah beieinander.",
  help: "Zoome mit dem Mausrad oder zwei Fingern und verschiebe die Karte durch Ziehen. Mit der Tastatur: Pfeiltasten, `+`, `-`, `0` für die ganze Karte, `Tab` und dann Pfeiltasten für die Artikel, mit der `Umschalttaste` zum Auswählen, `Esc` zum Beenden.",
  tools: "Kartenansicht",
  zoomIn: "Vergrößern",
  zoomOut: "Verkleinern",
  whole: "Ganze Karte",
  left: "Nach links",
  right: "Nach rechts",
  up: "Nach oben",
  down: "Nach unten",
  select: "Bereich auswählen",
  label: (papers) => `Karte mit ${counted(papers, "Artikel", "Artikeln")}`,
  legend: "Farben: Fachgebiet des Hauptthemas",
  unsorted: "Ohne Thema",
  papers: "Artikel",
  newestFirst: (papers) => `${paperLabels.count(papers)}, neueste zuerst`,
  byTopic: (papers) => `${paperLabels.count(papers)}, nach Themen:`,
  more: "Weitere Artikel",
};
