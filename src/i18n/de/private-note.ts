import type * as english from "../en/private-note.ts";

/** The German words of the private note on a paper's page. */
export const privateNote: typeof english.privateNote = {
  button: "Notiz",
  label: "Deine Notiz",
  privacy: "Nur auf diesem Gerät gespeichert. Niemand sonst kann sie sehen.",
  saved: "Notiz auf diesem Gerät gespeichert",
  deleted: "Notiz gelöscht",
  merged: "Notiz gespeichert, zusammen mit Änderungen aus einem anderen Tab",
  savedPapers: "Gespeicherte Artikel",
};
