import { keepingFlag, register } from "./register.ts";
import { siteRoot } from "./site-root.ts";

/** What every page does for reading offline, once it is there and the browser has time. */
async function prepare(root: URL): Promise<void> {
  const before = navigator.serviceWorker.controller;
  const registration = await register(root);
  if (!registration) return;
  // Before there was a worker, nobody stored this page and its files.
  if (!before) {
    const worker = (await navigator.serviceWorker.ready).active;
    const files = performance.getEntriesByType("resource").map(({ name }) => name);
    worker?.postMessage({ read: [location.href, ...files] });
  }
  if (keepingFlag(root).isUp() && !document.querySelector("#offline")) {
    // Off the page's own thread, and loaded by those who keep the archive only.
    const worker = new Worker(new URL("./update-in-background.ts", import.meta.url), {
      type: "module",
    });
    worker.postMessage(root.href);
  }
}

const root = siteRoot();
if (root && "serviceWorker" in navigator) {
  const begin = () => void prepare(root);
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
}
