import { storageErrors, library as words } from "../../../i18n/strings.ts";
import { requireElement } from "../../require-element.ts";
import { shortcutsAreOn, switchShortcuts } from "../../shortcuts/shortcut-setting.ts";
import { clearLibrary, type Library, loadLibrary } from "../load-library.ts";
import { encodeFragment } from "../share-link.ts";
import { addresses } from "./addresses.ts";
import { reportFailure } from "./announce.ts";
import { startExport } from "./export-saved.ts";
import { startImport } from "./import-saved.ts";
import { createReport, type Report } from "./report.ts";
import { thisLibrary } from "./this-library.ts";

/**
 * The tools below the lists of saved papers: share, export, import, settings, remove. Calls `changed`
 * when they changed the library; the function returned shows what they offer for a library.
 */
export function startTools(
  tools: HTMLElement,
  cardFiles: number,
  changed: () => void,
): (library: Library) => void {
  const report = createReport(tools);
  const showLink = startSharing(tools, report);
  const showShortcuts = startShortcutSetting(tools);
  startExport(tools, cardFiles, report);
  startImport(tools, changed, report);
  startRemoval(tools, changed, report);
  const needingPapers = [...tools.querySelectorAll<HTMLElement>("[data-needs-papers]")];
  return ({ papers }) => {
    const saved = [...papers].filter(([, paper]) => paper.saved !== undefined).map(([id]) => id);
    showLink(saved);
    showShortcuts();
    for (const part of needingPapers) {
      const available = part.dataset["needsPapers"] === "saved" ? saved.length : papers.size;
      part.hidden = available === 0;
    }
  };
}

/** Sharing a link to the saved papers. The function returned shows the link to some papers. */
function startSharing(tools: HTMLElement, report: Report): (ids: readonly string[]) => void {
  const link = requireElement(tools, "#share-address", HTMLInputElement);
  link.addEventListener("focus", () => link.select());
  requireElement(tools, "#share-copy", HTMLButtonElement).addEventListener("click", () => {
    navigator.clipboard.writeText(link.value).then(
      () => report(words.linkCopied),
      () => {
        link.focus();
        report(words.copyingBlocked);
      },
    );
  });
  return (ids) => {
    link.value = new URL(`${addresses.shared()}#${encodeFragment(ids)}`, location.href).href;
  };
}

/** The setting for keys on a paper's page. The function returned shows how it is set. */
function startShortcutSetting(tools: HTMLElement): () => void {
  const checkbox = requireElement(tools, "#shortcuts", HTMLInputElement);
  const show = () => {
    checkbox.checked = shortcutsAreOn();
  };
  checkbox.addEventListener("change", () => {
    reportFailure(switchShortcuts(checkbox.checked));
    show();
  });
  return show;
}

function startRemoval(tools: HTMLElement, changed: () => void, report: Report): void {
  requireElement(tools, "#remove-all", HTMLButtonElement).addEventListener("click", () => {
    const { size } = loadLibrary(thisLibrary).papers;
    if (window.confirm(words.confirmRemoval(size))) void removeAll();
  });

  async function removeAll(): Promise<void> {
    const result = clearLibrary(thisLibrary);
    changed();
    if (result !== "stored") return report(storageErrors[result]);
    try {
      const { removeOffline } = await import("../../offline/remove-offline.ts");
      await removeOffline();
      report(words.removed);
    } catch {
      report(words.removedButOffline);
    }
  }
}
