import { namesUnder } from "./names.ts";

/** Registers the worker of this site; undefined where the browser or the server has none. */
export async function register(root: URL): Promise<ServiceWorkerRegistration | undefined> {
  try {
    return await navigator.serviceWorker.register(new URL("service-worker.js", root), {
      scope: root.pathname,
      updateViaCache: "none",
    });
  } catch {
    return undefined;
  }
}

/** A mark that the archive is wanted on this device, for pages to see without opening its storage. */
export function keepingFlag(root: URL) {
  const name = `${namesUnder(root).device} kept`;
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
  return {
    isUp: () => attempt(() => localStorage.getItem(name)) === "yes",
    set: (up: boolean) =>
      attempt(() => (up ? localStorage.setItem(name, "yes") : localStorage.removeItem(name))),
  };
}
