import { element } from "../../element.ts";
import { icon } from "./icon.ts";
import { noteEditor } from "./note-editor.ts";
import { type MarkedPaper, marksOf } from "./paper-buttons.ts";
import { startShortcuts } from "./shortcuts.ts";
import { onChangeElsewhere, thisDevice } from "./this-device.ts";
import { noteVisit } from "./visit.ts";

/** The script of a paper's page: save, mark as read, a private note. */

const place = document.querySelector<HTMLElement>("[data-paper]");
const abstract = document.querySelector<HTMLElement>(".paper .text");
const { paper: id, title, published, aliases } = place?.dataset ?? {};
if (place && abstract && id && title) {
  const facts = published === undefined ? { title } : { title, published };
  start(place, abstract, { id, facts, aliases: aliases?.split(" ") ?? [] });
}
noteVisit();

function start(place: HTMLElement, abstract: HTMLElement, paper: MarkedPaper): void {
  const { save, read, refresh } = marksOf(paper, false, showSaved);
  const editor = noteEditor(paper);
  const note = element(
    "button",
    { type: "button", class: "mark", "aria-expanded": "false", "aria-controls": "note-panel" },
    icon("note"),
    element("span", {}, "Note"),
  );
  const saved = element(
    "a",
    { class: "label", href: place.dataset["saved"] ?? "" },
    "Saved papers",
  );
  editor.whole.id = "note-panel";
  abstract.append(editor.whole);
  place.append(save, read, note, saved);

  function showNote(wanted: boolean): void {
    editor.whole.hidden = !wanted;
    note.setAttribute("aria-expanded", String(wanted));
  }
  function showSaved(): void {
    const kept = thisDevice.get(paper.id);
    saved.hidden = kept === undefined;
    note.toggleAttribute("data-kept", kept?.note !== undefined);
  }

  note.addEventListener("click", () => {
    const wanted = note.getAttribute("aria-expanded") !== "true";
    showNote(wanted);
    if (wanted) editor.field.focus();
  });
  editor.field.addEventListener("blur", showSaved);
  onChangeElsewhere(() => {
    refresh();
    showSaved();
    if (thisDevice.get(paper.id)?.note) showNote(true);
  });
  showNote(thisDevice.get(paper.id)?.note !== undefined);
  showSaved();
  startShortcuts({ s: save, r: read, n: note });
}
