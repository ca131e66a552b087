import type { Citation } from "../../../archive/citations/citation.ts";
import { citationOfCard } from "../../../archive/paper-cards.ts";
import { element } from "../../element.ts";
import { whyWriterIsMissing } from "../../offline/why-unreachable.ts";
import { requireElement } from "../../require-element.ts";
import { readListFile, writeListFile } from "../list-file.ts";
import { clearDevice, type Everything, everythingOn } from "../load-library.ts";
import { mergeKept } from "../merge-saved.ts";
import type { KeptPaper } from "../saved-paper.ts";
import { listFragment } from "../share-link.ts";
import { addresses } from "./addresses.ts";
import { complain, complaints } from "./announce.ts";
import { downloadText } from "./download.ts";
import { fetchCards } from "./fetch-cards.ts";
import { papersInWords } from "./paper-row.ts";
import { shortcutsAreOn, switchShortcuts } from "./shortcuts.ts";
import { thisDevice } from "./this-device.ts";

/** Export, import, sharing and removing, on the page of saved papers. */
export function startTools(
  tools: HTMLElement,
  count: number,
  changed: () => void,
): (everything: Everything) => void {
  const status = requireElement(tools, "#tools-status", HTMLElement);
  const details = requireElement(tools, "#tools-details", HTMLElement);
  const address = requireElement(tools, "#share-address", HTMLInputElement);
  const file = requireElement(tools, "#import-file", HTMLInputElement);
  const withPapers = [...tools.querySelectorAll<HTMLElement>("[data-needs-papers]")];

  function say(text: string, lines: readonly string[] = []): void {
    status.textContent = text;
    details.replaceChildren(...lines.slice(0, 50).map((line) => element("li", {}, line)));
    if (lines.length > 50) details.append(element("li", {}, `… and ${lines.length - 50} more`));
  }

  async function exportCitations(extension: string, name: string): Promise<void> {
    const saved = [...everythingOn(thisDevice).papers].filter(
      ([, kept]) => kept.saved !== undefined,
    );
    say("Writing the file…");
    try {
      const { citationFormats } = await import("../../../archive/citations/index.ts");
      const format = citationFormats.find((one) => one.name === name);
      if (!format) return;
      const { citations, lacking } = await citationsOf(saved, count);
      downloadText("saved-papers", extension, format.mediaType, format.write(citations));
      say(`${papersInWords(citations.length)} exported as ${name}.`, lacking);
    } catch {
      say(whyWriterIsMissing);
    }
  }

  async function importFile(chosen: File): Promise<void> {
    const read = readListFile(await chosen.text());
    if ("fault" in read) {
      say(`Nothing was imported from ${chosen.name}, and nothing here was changed.`, [
        read.fault,
        read.hint,
      ]);
      return;
    }
    const now = new Date().toISOString();
    let taken = 0;
    let trouble = "";
    const refused = read.refused.map(({ place, reason }) => `${place} was left out: ${reason}.`);
    for (const [id, kept] of read.papers) {
      const outcome = thisDevice.change(id, kept, (here) => mergeKept(here, kept), now);
      if (outcome === "kept") taken += 1;
      else if (outcome === "newer") {
        refused.push(`${id} was left out: a newer version of this site wrote what is here of it.`);
      } else {
        trouble = ` ${complaints[outcome].replace("Not kept:", "The others were not kept:")}`;
        break;
      }
    }
    changed();
    say(
      `${taken} of ${papersInWords(read.papers.size + read.refused.length)} in ${chosen.name} imported and united with what was here.${trouble}`,
      refused,
    );
  }

  requireElement(tools, "#export-json", HTMLButtonElement).addEventListener("click", () => {
    const { papers } = everythingOn(thisDevice);
    const text = writeListFile(papers, new Date().toISOString());
    downloadText("saved-papers", "json", "application/json", text);
    say(`${papersInWords(papers.size)} exported, with notes and what is read.`);
  });
  for (const button of tools.querySelectorAll<HTMLButtonElement>("[data-format]")) {
    const { format = "", extension = "" } = button.dataset;
    button.addEventListener("click", () => void exportCitations(extension, format));
  }
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    importFile(chosen).catch(() => say(`${chosen.name} could not be read.`));
    file.value = "";
  });
  address.addEventListener("focus", () => address.select());
  requireElement(tools, "#share-copy", HTMLButtonElement).addEventListener("click", () => {
    navigator.clipboard.writeText(address.value).then(
      () => say("The address of your list is in the clipboard."),
      () => {
        address.focus();
        say("This browser does not let a page copy. The address is selected: copy it yourself.");
      },
    );
  });
  requireElement(tools, "#remove-all", HTMLButtonElement).addEventListener("click", () => {
    const { size } = everythingOn(thisDevice).papers;
    const question = `Remove ${papersInWords(size)} with their notes, and all else that this site stored, from this device? This cannot be undone.`;
    if (window.confirm(question)) void removeAll();
  });

  async function removeAll(): Promise<void> {
    const outcome = clearDevice(thisDevice);
    changed();
    if (outcome !== "kept") return say(complaints[outcome]);
    try {
      const { removeOffline } = await import("../../offline/remove-offline.ts");
      await removeOffline();
      say("Everything is removed from this device.");
    } catch {
      say(
        "Your lists are removed. What is kept for reading offline could not be removed: try it on the page “Reading offline”.",
      );
    }
  }

  const shortcuts = requireElement(tools, "#shortcuts", HTMLInputElement);
  shortcuts.addEventListener("change", () => {
    complain(switchShortcuts(shortcuts.checked));
    shortcuts.checked = shortcutsAreOn();
  });

  return ({ papers }) => {
    shortcuts.checked = shortcutsAreOn();
    const saved = [...papers].filter(([, kept]) => kept.saved !== undefined).map(([id]) => id);
    address.value = new URL(`${addresses.shared()}#${listFragment(saved)}`, location.href).href;
    for (const part of withPapers) {
      const needed = part.dataset["needsPapers"] === "saved" ? saved.length : papers.size;
      part.hidden = needed === 0;
    }
  };
}

/** The saved papers as they are cited, and what is to be said of those with title and date only. */
async function citationsOf(
  saved: readonly [id: string, kept: KeptPaper][],
  count: number,
): Promise<{ citations: Citation[]; lacking: string[] }> {
  const addressOf = (id: string) => new URL(addresses.paper(id), location.href).href;
  const codes = saved.map(([id]) => ({ id }));
  const { found, unknown } = await fetchCards(codes, count);
  const cards = new Map(found.map(({ code, card }) => ["id" in code ? code.id : "", card]));
  const gone = new Set(unknown.map((code) => ("id" in code ? code.id : "")));
  // A paper may be saved under a former id, too.
  const citations = new Map<string, Citation>();
  for (const [id, { title, published }] of saved) {
    const card = cards.get(id);
    if (card) citations.set(card.id, citationOfCard(card, addressOf(card.id)));
    else {
      citations.set(id, {
        id,
        titleText: title,
        title: [{ text: title }],
        authors: [],
        links: [],
        aliases: [],
        ...(/^\d{4}\.\d{4,5}$/.test(id) ? { arxiv: id } : {}),
        ...(gone.has(id) ? {} : { address: addressOf(id) }),
        ...(published === undefined ? {} : { published }),
      });
    }
  }
  const unasked = saved.length - cards.size - gone.size;
  const inFew = (papers: number) => `${papersInWords(papers)} by title and date only:`;
  return {
    citations: [...citations.values()],
    lacking: [
      ...(gone.size > 0 ? [`${inFew(gone.size)} no longer in this archive.`] : []),
      ...(unasked > 0 ? [`${inFew(unasked)} not to be looked up without a connection.`] : []),
    ],
  };
}
