import type * as english from "../en.ts";
import { listed, number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

/** The German words of the page about the archive. */
export const aboutPage: typeof english.aboutPage = {
  title: "Info",
  heading: "Über dieses Archiv",
  description: (title) => `Was ${title} enthält und wie es entsteht.`,
  contents: (papers, topics) =>
    `Dieses Archiv enthält ${paperLabels.count(papers)} zu ${number(topics)} Themen.`,
  contentsOfYears: (papers, topics, from, to) =>
    from === to
      ? `Dieses Archiv enthält ${paperLabels.count(papers)} aus dem Jahr ${from} zu ${number(topics)} Themen.`
      : `Dieses Archiv enthält ${paperLabels.count(papers)} von ${from} bis ${to} zu ${number(topics)} Themen.`,
  undated: (count) =>
    `Für [${paperLabels.count(count)}](undated) nennt die Quelle kein Erscheinungsdatum.`,
  inferred: (count) =>
    `Bei ${number(count)} Artikeln fehlt in der Quelle das Jahr; es wurde aus den übrigen Daten der Seite erschlossen.`,
  organizations:
    "Nennt eine Quelle eine [Organisation](organizations), so hat diese eine Seite mit ihren Artikeln.",
  knowledge: "Was über einen Artikel bekannt ist",
  authorNames: "Autorennamen",
  identifier: "Kennung",
  link: "Link zum Artikel",
  known: (count, papers, facts) =>
    `Mit ${listed(facts)}: ${count === papers ? (papers === 1 ? "der Artikel" : `alle ${number(papers)} Artikel`) : count === 0 ? "kein Artikel" : `${number(count)} von ${number(papers)} Artikeln`}.`,
  dailyPapers:
    "Eine kopierte Seite von Daily Papers enthält Titel, Zusammenfassungen, Tage und die Zahl der Autoren. Sie enthält keine Namen, keine Kennungen und keinen Link zum Artikel; bei Artikeln, die nur von dort stammen, fehlen diese Angaben deshalb auch hier. Ihre Links stammen aus den Zusammenfassungen.",
  topics:
    "Themen werden anhand von Wörtern vergeben; auf der Seite jedes Artikels steht, welche es waren.",
  restored: (count) =>
    `In Formeln lässt Daily Papers Dollarzeichen und Backslashes weg. ${number(count)} ${count === 1 ? "Formel wurde" : "Formeln wurden"} rekonstruiert. Die Seite des Artikels weist darauf hin und zeigt den Originaltext; [alle rekonstruierten Formeln](formulas) sind danach sortiert, wie sicher sie sind.`,
  exports: "Export",
  citations:
    "Du kannst Zitate für einen Artikel, ein Thema, einen Tag oder das ganze Archiv exportieren: als BibTeX für LaTeX, als RIS oder CSL-JSON für Zotero, EndNote und andere. Nennt die Quelle keine Autoren, so fehlen sie auch im Zitat.",
  offline: "Offline lesen",
  noServer:
    "Die Artikel lassen sich ohne JavaScript lesen, und die Seiten laden nichts von anderen Websites. Die [Suche](search) läuft in deinem Browser, ohne Server.",
  download:
    "Seiten, die du gelesen hast, bleiben offline lesbar, und [du kannst das ganze Archiv herunterladen](offline).",
  device: "Was auf deinem Gerät bleibt",
  storage:
    "Du kannst [Artikel speichern](saved), als gelesen markieren, private Notizen schreiben, sehen, was [seit deinem letzten Besuch neu](news) ist, und neue Artikel nach Ähnlichkeit mit deinen gespeicherten sortieren. All das und den Zeitpunkt deines letzten Besuchs speichert dein Browser auf diesem Gerät. Nichts davon wird übertragen: Es gibt kein Konto und keinen Server. Exportiere deine Daten, um sie zu sichern, denn Browser können gespeicherte Daten löschen. „Von diesem Gerät löschen“ entfernt sie. Wenn du eine Liste teilst, steckt sie vollständig im Link.",
  making: "Wie es entsteht",
  tools:
    "Diese Website entsteht mit Offprint, einem Generator für statische Artikelarchive. Aus den Quellen entsteht für jeden Artikel eine MDX-Datei; Astro baut die Seiten, KaTeX setzt die Formeln, und Pagefind erstellt den Suchindex. Gesetzt ist der Text in Source Serif 4 von Frank Grießhammer, veröffentlicht unter der SIL Open Font License.",
};
