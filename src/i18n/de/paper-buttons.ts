import type * as english from "../en/paper-buttons.ts";

/** The German words of each paper's buttons. */
export const paperButtons: typeof english.paperButtons = {
  save: "Speichern",
  markAsRead: "Als gelesen markieren",
  saved: "Auf diesem Gerät gespeichert",
  unsaved: "Aus deinen gespeicherten Artikeln entfernt",
  read: "Als gelesen markiert",
  unread: "Als ungelesen markiert",
};

/** German messages about what could not be stored on the device. */
export const storageErrors: typeof english.storageErrors = {
  full: "Nicht gespeichert: Der Speicher des Browsers für diese Website ist voll. Entferne einige auf der Seite „Gespeicherte Artikel“.",
  blocked:
    "Nicht gespeichert: Dieser Browser erlaubt der Website nicht, Daten zu speichern. Prüfe seine Datenschutzeinstellungen.",
  newer:
    "Nicht gespeichert: Diese Daten stammen von einer neueren Version der Website. Lade die Seite neu.",
};
