import { allowOwnWorkers } from "../script-addresses.ts";

/** Registers the site's service worker. Undefined where the browser or the server does not have one. */
export async function registerWorker(root: URL): Promise<ServiceWorkerRegistration | undefined> {
  try {
    allowOwnWorkers(root);
    return await navigator.serviceWorker.register(new URL("service-worker.js", root), {
      scope: root.pathname,
      updateViaCache: "none",
    });
  } catch {
    return undefined;
  }
}
