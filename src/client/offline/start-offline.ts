import { registerWorker } from "./register-worker.ts";
import { siteRoot } from "./site-root.ts";
import { storageNames } from "./storage-names.ts";
import updateInBackground from "./update-in-background.ts?worker&url";

/** Prepares reading offline on every page, after it has loaded. */
async function start(root: URL): Promise<void> {
  const previous = navigator.serviceWorker.controller;
  const registration = await registerWorker(root);
  if (!registration) return;
  // Without a worker, this page and its files were loaded without being stored.
  if (!previous) {
    const worker = (await navigator.serviceWorker.ready).active;
    const files = performance.getEntriesByType("resource").map(({ name }) => name);
    worker?.postMessage({ read: [location.href, ...files] });
  }
  if (isArchiveWanted(root) && !document.querySelector("#offline")) {
    // In a thread of its own, and loaded only by readers who have downloaded the archive.
    const worker = new Worker(updateInBackground, { type: "module" });
    worker.postMessage(root.href);
  }
}

function isArchiveWanted(root: URL): boolean {
  try {
    return localStorage.getItem(storageNames(root).downloadFlag) === "yes";
  } catch {
    return false;
  }
}

const root = siteRoot();
if (root && "serviceWorker" in navigator) {
  if (document.readyState === "complete") void start(root);
  else addEventListener("load", () => void start(root), { once: true });
}
