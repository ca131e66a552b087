import { element } from "../../element.ts";
import { haveAtHand } from "../../offline/precache.ts";
import { type PaperFacts, setRead, setSaved } from "../saved-paper.ts";
import { announce, complain } from "./announce.ts";
import { icon } from "./icon.ts";
import { thisDevice } from "./this-device.ts";

/** A paper as a page shows it: where its marks are kept, and what is kept with them. */
export interface MarkedPaper {
  id: string;
  facts: PaperFacts;
  /** Former ids; what was kept under them follows. */
  aliases: readonly string[];
}

export interface Marks {
  save: HTMLButtonElement;
  read: HTMLButtonElement;
  /** Shows what is on the device now. */
  refresh: () => void;
}

/** The buttons that save a paper and mark it read. `named` puts the paper's title in their names. */
export function marksOf(paper: MarkedPaper, named: boolean, changed: () => void): Marks {
  const { id, facts, aliases } = paper;
  if (aliases.length > 0) thisDevice.follow(id, aliases);
  const button = (name: "save" | "read", label: string) => {
    const made = element("button", { type: "button", class: "mark" }, icon(name));
    if (named) {
      made.setAttribute("aria-label", `${label}: ${facts.title}`);
      made.title = label;
    } else {
      made.append(element("span", {}, label));
    }
    return made;
  };
  const save = button("save", "Save");
  const read = button("read", "Mark as read");

  function refresh(): void {
    const kept = thisDevice.get(id);
    save.setAttribute("aria-pressed", String(kept?.saved !== undefined));
    read.setAttribute("aria-pressed", String(kept?.read !== undefined));
  }

  save.addEventListener("click", () => {
    const wanted = thisDevice.get(id)?.saved === undefined;
    end(thisDevice.change(id, facts, setSaved(wanted), new Date().toISOString()), () => {
      announce(wanted ? "Saved on this device." : "No longer saved.");
      // In a list the title leads to the paper; elsewhere this is its page.
      if (wanted)
        haveAtHand([
          save.closest("li")?.querySelector<HTMLAnchorElement>("h2 a, h3 a")?.href || location.href,
        ]);
    });
  });
  read.addEventListener("click", () => {
    const wanted = thisDevice.get(id)?.read === undefined;
    end(thisDevice.change(id, facts, setRead(wanted), new Date().toISOString()), () =>
      announce(wanted ? "Marked as read." : "Marked as unread."),
    );
  });

  function end(outcome: Parameters<typeof complain>[0], done: () => void): void {
    if (outcome === "kept") done();
    else complain(outcome);
    refresh();
    changed();
  }

  refresh();
  return { save, read, refresh };
}
