import { privateNote, storageErrors } from "../../../i18n/strings.ts";
import { element } from "../../element.ts";
import { mergeNotes } from "../merge-saved.ts";
import { setNote } from "../saved-paper.ts";
import type { PagePaper } from "./paper-buttons.ts";
import { onChangeElsewhere, thisLibrary } from "./this-library.ts";

/** Milliseconds without a key press before the text is stored. */
const typingPause = 600;

/** A field for a private note, which stores itself while the reader types. */
export interface NoteEditor {
  root: HTMLElement;
  field: HTMLTextAreaElement;
}

/** The editor with the paper's note, if it has one. */
export function createNoteEditor({ id, summary }: PagePaper): NoteEditor {
  const { root, field, status } = createElements();
  const storedText = () => thisLibrary.get(id)?.note?.text ?? "";
  /** The text that this page last read from or wrote to the store. */
  let known = storedText();
  let timer: ReturnType<typeof setTimeout> | undefined;
  field.value = known;

  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    if (field.value === known) return;
    const now = new Date().toISOString();
    const stored = thisLibrary.get(id)?.note;
    // If another tab has written a note in the meantime, both texts are stored.
    const other = stored?.text === known ? undefined : stored;
    const merged = other && mergeNotes(other, { text: field.value, written: now });
    const text = merged?.text ?? field.value;
    const result = thisLibrary.change(id, summary, setNote(text), now);
    if (result !== "stored") {
      status.textContent = storageErrors[result];
      return;
    }
    known = text;
    if (merged) field.value = text;
    if (merged) status.textContent = privateNote.merged;
    else status.textContent = text.trim() === "" ? privateNote.deleted : privateNote.saved;
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, typingPause);
  });
  field.addEventListener("blur", save);
  window.addEventListener("pagehide", save);
  onChangeElsewhere(() => {
    // Text that is not stored yet, or could not be, must not be replaced by another tab's.
    if (timer !== undefined || field.value !== known) return;
    known = storedText();
    field.value = known;
  });
  return { root, field };
}

function createElements() {
  const field = element("textarea", {
    id: "private-note",
    rows: "4",
    "aria-describedby": "note-where",
  });
  const status = element("p", { class: "label", role: "status" });
  const root = element(
    "section",
    { class: "private-note" },
    element("label", { for: "private-note" }, privateNote.label),
    field,
    element("p", { class: "label", id: "note-where" }, privateNote.privacy),
    status,
  );
  return { root, field, status };
}
