import { createArchiveControls } from "./archive-controls.ts";
import { type ArchiveStore, openArchiveStore } from "./archive-store.ts";
import { resultOfError } from "./download-archive.ts";
import { listVisitedPages } from "./list-visited-pages.ts";
import { type ArchiveState, archiveMessages } from "./offline-messages.ts";
import { siteRoot } from "./site-root.ts";
import { clearVisited } from "./visited-pages-cache.ts";

/** The page on which a reader downloads the archive, follows the download, and removes it again. */

const root = siteRoot();
const section = document.querySelector<HTMLElement>("#offline");
if (section) {
  section.hidden = false;
  void start(createShow(section));
}

type Show = (state: ArchiveState) => void;

/** Returns a function that shows a state in the section for the archive. */
function createShow(section: HTMLElement): Show {
  const language = document.documentElement.lang || "en";
  const status = section.querySelector<HTMLElement>("#offline-status");
  const amount = section.querySelector("#offline-amount");
  const note = section.querySelector("#offline-note");
  const bar = section.querySelector<HTMLProgressElement>("progress");
  return (state) => {
    const messages = archiveMessages(state, language);
    setText(status, messages.status);
    setText(amount, messages.progress ?? "");
    setText(note, messages.note ?? "");
    const focused = document.activeElement;
    for (const button of section.querySelectorAll<HTMLButtonElement>("[data-act]")) {
      const { act } = button.dataset;
      button.hidden = !messages.actions.some((action) => action === act);
      if (act === "keep") button.textContent = messages.downloadLabel ?? "";
      // The focus moves from a button that disappears to the result.
      if (button.hidden && button === focused) status?.focus();
    }
    if (!bar) return;
    bar.hidden = state.kind !== "downloading";
    if (state.kind === "downloading" && state.total > 0) bar.value = state.present / state.total;
  };
}

/** Leaves the same text alone, so that screen readers do not repeat it. */
function setText(node: Element | null, text: string): void {
  if (node && node.textContent !== text) node.textContent = text;
}

async function start(show: Show): Promise<void> {
  if (!root || !isSecureContext || !("serviceWorker" in navigator) || !navigator.locks) {
    return show({ kind: "unsupported", reason: isSecureContext ? "browser" : "insecure" });
  }
  let store: ArchiveStore;
  try {
    store = await openArchiveStore(root);
  } catch {
    return show({ kind: "unsupported", reason: "storage" });
  }
  const controls = createArchiveControls(store, root, show);
  const actions: Record<string, () => Promise<void>> = {
    keep: controls.download,
    stop: controls.stop,
    remove: controls.remove,
    forget: async () => {
      await clearVisited(root);
      await listVisitedPages(root);
    },
  };
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-act]") : null;
    const action = actions[button?.dataset["act"] ?? ""];
    action?.().catch((error: unknown) => controls.refresh(resultOfError(error)));
  });
  window.addEventListener("online", () => void controls.checkServer());
  await Promise.all([controls.refresh(), listVisitedPages(root)]);
  await controls.checkServer();
}
