import type * as english from "../en.ts";
import { number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

/** The German words of the index of authors, and of an author's page. */
export const authorsPage: typeof english.authorsPage = {
  title: "Autoren",
  description: (fewest) => `Autoren mit mindestens ${number(fewest)} Artikeln, nach Familiennamen.`,
  lede: (count, fewest) =>
    `${paperLabels.authors(count)} mit mindestens ${number(fewest)} Artikeln.`,
  none: "Noch ist kein Autor auf zwei oder mehr Artikeln genannt.",
  letters: "Buchstaben",
  otherLetters: "Andere",
  ofLetter: (letter) => `Autoren: ${letter}`,
  ofLetterDescription: (letter) => `Autoren, deren Familienname mit ${letter} beginnt.`,
  count: (count) => `${paperLabels.authors(count)}`,
  mostPapers: "Meiste Artikel",
  few: (fewest, most) => `Autoren mit ${number(fewest)} bis ${number(most)} Artikeln`,
  fewDescription: (fewest, most) =>
    `Die Artikel von Autoren mit ${number(fewest)} bis ${number(most)} Artikeln.`,
  namesakes:
    "Autoren mit genau demselben Namen gelten als einer, es sei denn, Quellen geben ihnen verschiedene Kennungen.",
  moved: "Autoren, die hier standen, als das Archiv kleiner war, stehen jetzt vielleicht auf Seite",
  ofMore: "Autoren mit mehr Artikeln",
  papersOf: (name) => `Artikel von ${name}.`,
  about: "Über diesen Autor",
  ids: "Kennungen",
  years: "Jahre",
  coauthors: "Koautoren",
  moreCoauthors: (count) => `und ${number(count)} weitere`,
  taken: (name) =>
    `Hier stehen alle Artikel von Autoren, die genau „${name}“ heißen, auch wenn es verschiedene Personen sind.`,
  toldApart: (name) =>
    `Quellen nennen verschiedene Kennungen für Autoren namens „${name}“, daher hat jeder eine Seite.`,
};
