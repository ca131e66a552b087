import { paperButtons } from "../../../i18n/strings.ts";
import { element } from "../../element.ts";
import { precachePages } from "../../offline/precache.ts";
import { type Change, type PaperSummary, setRead, setSaved } from "../saved-paper.ts";
import { announce, reportFailure } from "./announce.ts";
import { icon } from "./icon.ts";
import { thisLibrary } from "./this-library.ts";

/** A paper on a page, as its buttons need it. */
export interface PagePaper {
  id: string;
  summary: PaperSummary;
  /** Former ids. What is stored under them is moved to the current one. */
  aliases: readonly string[];
}

/** Two toggle buttons, which show whether they are pressed by `aria-pressed`. */
export interface PaperButtons {
  save: HTMLButtonElement;
  read: HTMLButtonElement;
  /** Shows what is stored now. */
  refresh: () => void;
}

/**
 * The buttons that save a paper and mark it as read. With `inList`, their names include the paper's
 * title. Calls `changed` after each press.
 */
export function createPaperButtons(
  { id, summary, aliases }: PagePaper,
  inList: boolean,
  changed: () => void,
): PaperButtons {
  if (aliases.length > 0) thisLibrary.moveAliases(id, aliases);
  const title = inList ? summary.title : undefined;
  const save = createButton("save", paperButtons.save, title);
  const read = createButton("read", paperButtons.markAsRead, title);

  function refresh(): void {
    const stored = thisLibrary.get(id);
    save.setAttribute("aria-pressed", String(stored?.saved !== undefined));
    read.setAttribute("aria-pressed", String(stored?.read !== undefined));
  }

  function apply(change: Change, message: string): boolean {
    const result = thisLibrary.change(id, summary, change, new Date().toISOString());
    if (result === "stored") announce(message);
    else reportFailure(result);
    refresh();
    changed();
    return result === "stored";
  }

  save.addEventListener("click", () => {
    const wanted = thisLibrary.get(id)?.saved === undefined;
    const message = wanted ? paperButtons.saved : paperButtons.unsaved;
    if (apply(setSaved(wanted), message) && wanted) precachePages([addressOfPaper(save)]);
  });
  read.addEventListener("click", () => {
    const wanted = thisLibrary.get(id)?.read === undefined;
    apply(setRead(wanted), wanted ? paperButtons.read : paperButtons.unread);
  });

  refresh();
  return { save, read, refresh };
}

function createButton(
  name: "save" | "read",
  label: string,
  title: string | undefined,
): HTMLButtonElement {
  const button = element("button", { type: "button", class: "mark" }, icon(name));
  if (title === undefined) button.append(element("span", {}, label));
  else {
    button.setAttribute("aria-label", `${label}: ${title}`);
    button.title = label;
  }
  return button;
}

/** In a list, the title links to the paper's page. Elsewhere, this is the paper's page. */
function addressOfPaper(button: HTMLElement): string {
  const link = button.closest("li")?.querySelector<HTMLAnchorElement>("h2 a, h3 a");
  return link?.href || location.href;
}
