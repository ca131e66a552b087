import { type Device, keepingOn, openDevice, removeArchive, setWanted } from "./device.ts";
import { buildOnServer, type DownloadOutcome, keepArchive, outcomeOf } from "./download-archive.ts";
import type { BuildSummary } from "./file-list.ts";
import { listPagesRead } from "./list-visited-pages.ts";
import { type Situation, wordsFor } from "./offline-messages.ts";
import { keepingFlag, register } from "./register.ts";
import { siteRoot } from "./site-root.ts";
import { forgetAllRead } from "./visited-pages-cache.ts";

/** The page on which a reader keeps the archive, sees how far it is, and removes it. */

const root = siteRoot();
const section = document.querySelector<HTMLElement>("#offline");
if (section) {
  section.hidden = false;
  void start(section);
}

async function start(section: HTMLElement): Promise<void> {
  const language = document.documentElement.lang || "en";
  const status = section.querySelector<HTMLElement>("#offline-status");
  const amount = section.querySelector("#offline-amount");
  const note = section.querySelector("#offline-note");
  const bar = section.querySelector<HTMLProgressElement>("progress");

  function show(situation: Situation): void {
    const { said, far, noted, acts, keep } = wordsFor(situation, language);
    if (status && status.textContent !== said) status.textContent = said;
    if (amount) amount.textContent = far;
    if (note && note.textContent !== noted) note.textContent = noted;
    const focused = document.activeElement;
    for (const button of section.querySelectorAll<HTMLButtonElement>("[data-act]")) {
      const act = button.dataset["act"];
      button.hidden = !acts.some((one) => one === act);
      if (act === "keep") button.textContent = keep;
      // Who pressed it hears what came of it, and goes on from there.
      if (button.hidden && button === focused) status?.focus();
    }
    if (!bar) return;
    const running = situation.kind === "running";
    bar.hidden = !running;
    if (running && situation.total > 0) bar.value = situation.present / situation.total;
  }

  if (!root || !isSecureContext || !("serviceWorker" in navigator) || !navigator.locks) {
    return show({ kind: "impossible", why: isSecureContext ? "browser" : "insecure" });
  }
  let device: Device;
  try {
    device = await openDevice(root);
  } catch {
    return show({ kind: "impossible", why: "storage" });
  }
  await act(device, root, show);
}

async function act(device: Device, root: URL, show: (situation: Situation) => void): Promise<void> {
  let stopping = new AbortController();
  let running = false;
  let server: BuildSummary | undefined;
  let asking = true;
  const flag = keepingFlag(root);

  async function look(outcome?: DownloadOutcome): Promise<void> {
    const { kept, partly, wanted } = await keepingOn(device);
    const [estimate, lasting, worker] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
      navigator.serviceWorker.getRegistration(root),
    ]);
    const free = (estimate.quota ?? Number.POSITIVE_INFINITY) - (estimate.usage ?? 0);
    const trouble = outcome === "kept" || outcome === "stopped" ? undefined : outcome;
    if (wanted && trouble === "busy") {
      show({ kind: "running", elsewhere: true, ...(partly ?? { present: 0, total: 0 }) });
      return;
    }
    show({
      kind: "resting",
      free,
      lasting,
      answers: worker !== undefined,
      asking,
      ...(kept ? { kept } : {}),
      ...(partly ? { partly } : {}),
      ...(server ? { server } : {}),
      ...(trouble ? { trouble } : {}),
    });
  }

  async function keep(): Promise<void> {
    if (running) return;
    running = true;
    stopping = new AbortController();
    const { partly } = await keepingOn(device);
    show({ kind: "running", elsewhere: false, ...(partly ?? { present: 0, total: 0 }) });
    const outcome = await keepArchive(device, root, {
      signal: stopping.signal,
      onProgress: (progress) => {
        if (running) show({ kind: "running", elsewhere: false, ...progress });
      },
    }).catch(outcomeOf);
    running = false;
    server = await buildOnServer(root);
    await look(outcome);
    // Another tab is at it: see how far it is until it is done, then be ready to go on.
    if (outcome === "busy") setTimeout(() => void keepIfWanted(), 1_000);
  }

  async function keepIfWanted(): Promise<void> {
    const { wanted, kept } = await keepingOn(device);
    if (!wanted) return look();
    if (server && server.build === kept?.build) return look("kept");
    await keep();
  }

  const acts: Record<string, () => Promise<void>> = {
    keep: async () => {
      await setWanted(device, true);
      flag.set(true);
      // Asked for by a click, so that a browser which asks the reader does so now.
      void navigator.storage.persist();
      await register(root);
      await keep();
    },
    stop: async () => {
      await setWanted(device, false);
      flag.set(false);
      stopping.abort();
      if (!running) await look("stopped");
    },
    remove: async () => {
      await removeArchive(device);
      flag.set(false);
      stopping.abort();
      if (!running) await look();
    },
    forget: async () => {
      await forgetAllRead(root);
      await listPagesRead(root);
    },
  };
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-act]") : null;
    acts[button?.dataset["act"] ?? ""]?.().catch((error: unknown) => look(outcomeOf(error)));
  });
  async function ask(): Promise<void> {
    server = await buildOnServer(root);
    asking = false;
    if (!running) await keepIfWanted();
  }
  window.addEventListener("online", () => void ask());
  await Promise.all([look(), listPagesRead(root)]);
  await ask();
}
