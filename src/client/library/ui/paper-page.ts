import { privateNote } from "../../../i18n/strings.ts";
import "../../cite-paper.ts";
import { element } from "../../element.ts";
import { followTrail } from "./follow-trail.ts";
import { icon } from "./icon.ts";
import { createNoteEditor } from "./note-editor.ts";
import { createPaperButtons, type PagePaper } from "./paper-buttons.ts";
import { onChangeElsewhere, thisLibrary } from "./this-library.ts";
import { rememberVisit } from "./visit.ts";

/** The script of a paper's page: save, mark as read, write a private note, copy a citation. */

const toolbar = document.querySelector<HTMLElement>("[data-paper]");
const abstract = document.querySelector<HTMLElement>(".paper .text");
const { paper: id, title: plainTitle, published, aliases } = toolbar?.dataset ?? {};
const heading = document.querySelector(".paper h1")?.textContent;
// Formulas have other texts than they show.
const title = plainTitle ?? heading?.trim().replace(/\s+/g, " ");
if (toolbar && abstract && id && title) {
  const summary = published === undefined ? { title } : { title, published };
  start(toolbar, abstract, { id, summary, aliases: aliases?.split(" ") ?? [] });
}
rememberVisit();
followTrail();

function start(toolbar: HTMLElement, abstract: HTMLElement, paper: PagePaper): void {
  const { save, read, refresh } = createPaperButtons(paper, false, showStored);
  const editor = createNoteEditor(paper);
  const note = element(
    "button",
    { type: "button", class: "mark", "aria-expanded": "false", "aria-controls": "note-panel" },
    icon("note"),
    element("span", {}, privateNote.button),
  );
  const savedPapers = element(
    "a",
    { class: "label", href: toolbar.dataset["saved"] ?? "" },
    privateNote.savedPapers,
  );
  editor.root.id = "note-panel";
  abstract.append(editor.root);
  toolbar.append(save, read, note, savedPapers);

  function showNote(wanted: boolean): void {
    editor.root.hidden = !wanted;
    note.setAttribute("aria-expanded", String(wanted));
  }
  function showStored(): void {
    const stored = thisLibrary.get(paper.id);
    savedPapers.hidden = stored === undefined;
    note.toggleAttribute("data-kept", stored?.note !== undefined);
  }

  note.addEventListener("click", () => {
    const wanted = note.getAttribute("aria-expanded") !== "true";
    showNote(wanted);
    if (wanted) editor.field.focus();
  });
  editor.field.addEventListener("blur", showStored);
  onChangeElsewhere(() => {
    refresh();
    showStored();
    if (thisLibrary.get(paper.id)?.note) showNote(true);
  });
  showNote(thisLibrary.get(paper.id)?.note !== undefined);
  showStored();
  for (const [key, button] of Object.entries({ s: save, r: read, n: note })) {
    button.dataset["key"] = key;
    button.setAttribute("aria-keyshortcuts", key);
  }
}
