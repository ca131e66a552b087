import { element } from "../../element.ts";
import { mergeNotes } from "../merge-saved.ts";
import { setNote } from "../saved-paper.ts";
import { complaints } from "./announce.ts";
import type { MarkedPaper } from "./paper-buttons.ts";
import { onChangeElsewhere, thisDevice } from "./this-device.ts";

const pauseInTyping = 600;

/** A field for a private note, which keeps itself. */
export interface NoteEditor {
  whole: HTMLElement;
  field: HTMLTextAreaElement;
}

export function noteEditor({ id, facts }: MarkedPaper): NoteEditor {
  const field = element("textarea", {
    id: "private-note",
    rows: "4",
    "aria-describedby": "note-where",
  });
  const status = element("p", { class: "label", role: "status" });
  const whole = element(
    "section",
    { class: "private-note" },
    element("label", { for: "private-note" }, "Your note"),
    field,
    element(
      "p",
      { class: "label", id: "note-where" },
      "Stays on this device; nobody else sees it.",
    ),
    status,
  );
  /** The note as this page last saw it on the device. */
  let known = thisDevice.get(id)?.note?.text ?? "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  field.value = known;

  function keep(): void {
    clearTimeout(timer);
    timer = undefined;
    if (field.value === known) return;
    const now = new Date().toISOString();
    const there = thisDevice.get(id)?.note;
    // Another tab may have written meanwhile: then both texts are kept.
    const theirs = there !== undefined && there.text !== known ? there : undefined;
    const text = theirs
      ? (mergeNotes(theirs, { text: field.value, written: now })?.text ?? field.value)
      : field.value;
    const outcome = thisDevice.change(id, facts, setNote(text), now);
    if (outcome !== "kept") {
      status.textContent = complaints[outcome];
      return;
    }
    known = text;
    if (theirs) field.value = text;
    if (theirs) status.textContent = "Kept, together with what another tab wrote.";
    else status.textContent = text.trim() === "" ? "No note is kept." : "Kept on this device.";
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, pauseInTyping);
  });
  field.addEventListener("blur", keep);
  window.addEventListener("pagehide", keep);
  onChangeElsewhere(() => {
    if (timer !== undefined) return;
    const text = thisDevice.get(id)?.note?.text ?? "";
    // What could not be kept must not be lost to what another tab kept.
    if (field.value !== known) return;
    known = text;
    field.value = text;
  });
  return { whole, field };
}
