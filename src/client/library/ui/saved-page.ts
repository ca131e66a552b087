import { library as words } from "../../../i18n/strings.ts";
import { element } from "../../element.ts";
import { requireElement } from "../../require-element.ts";
import { type Library, loadLibrary } from "../load-library.ts";
import type { SavedPaper } from "../saved-paper.ts";
import { showDamaged } from "./damaged-records.ts";
import { addListButtons } from "./list-buttons.ts";
import { pagedList, paperRow } from "./paper-row.ts";
import { refreshRows } from "./refresh-rows.ts";
import { startTools } from "./saved-tools.ts";
import { onChangeElsewhere, thisLibrary } from "./this-library.ts";

/** The page of what a reader has saved on this device. */

type Item = [id: string, paper: SavedPaper];

start();

function start(): void {
  const status = requireElement(document, "#saved-status", HTMLElement);
  const lists = requireElement(document, "#saved-lists", HTMLElement);
  const damage = requireElement(document, "#saved-damage", HTMLElement);
  const tools = requireElement(document, "#saved-tools", HTMLElement);
  const cardFiles = Number(lists.dataset["cardFiles"]);
  const refreshTools = startTools(tools, cardFiles, show);

  function show(): void {
    const library = loadLibrary(thisLibrary);
    lists.replaceChildren(...groupsOf(library).map((group) => groupSection(group, rowsShown)));
    showDamaged(damage, library.damaged, show);
    tools.hidden = library.blocked;
    showSummary(library);
    rowsShown();
  }

  /** Updates the totals. The lists stay as they are, so that nothing moves under the pointer. */
  function showSummary(library: Library): void {
    status.textContent = summary(library);
    refreshTools(library);
  }

  function rowsShown(): void {
    addListButtons();
    void refreshRows(lists, cardFiles).then((moved) => {
      if (moved) show();
    });
  }

  onChangeElsewhere(show);
  // Runs after the listeners of the buttons inside, which have changed the library by then.
  lists.addEventListener("click", () => showSummary(loadLibrary(thisLibrary)));
  show();
}

interface Group {
  name: string;
  items: Item[];
}

function groupsOf({ papers }: Library): Group[] {
  const group = (
    name: string,
    belongs: (paper: SavedPaper) => boolean,
    time: (paper: SavedPaper) => string | undefined,
  ): Group => ({
    name,
    items: [...papers]
      .filter(([, paper]) => belongs(paper))
      .sort(([, a], [, b]) => ((time(a) ?? "") < (time(b) ?? "") ? 1 : -1)),
  });
  return [
    group(
      words.toRead,
      ({ saved, read }) => saved !== undefined && read === undefined,
      ({ saved }) => saved,
    ),
    group(
      words.read,
      ({ read }) => read !== undefined,
      ({ read }) => read,
    ),
    group(
      words.noteOnly,
      ({ saved, read }) => saved === undefined && read === undefined,
      ({ note }) => note?.written,
    ),
  ].filter(({ items }) => items.length > 0);
}

function groupSection({ name, items }: Group, rowsShown: () => void): HTMLElement {
  const list = pagedList(items.map(savedRow), rowsShown);
  return element("section", { class: "section" }, element("h2", {}, name), list);
}

function savedRow([id, paper]: Item): HTMLElement {
  const row = paperRow(id, paper);
  if (paper.note) {
    row
      .querySelector(".entry")
      ?.append(element("p", { class: "private-note-text" }, paper.note.text));
  }
  return row;
}

function summary({ papers, blocked }: Library): string {
  if (blocked) return words.blocked;
  const count = (mark: "saved" | "read" | "note") =>
    [...papers.values()].filter((paper) => paper[mark] !== undefined).length;
  return words.summary({ saved: count("saved"), read: count("read"), notes: count("note") });
}
