/**
 * The source of a service worker that removes what an earlier one stored, and unregisters itself. For
 * sites without reading offline, and for the local server, whose address other projects use as well.
 */
export const unregisteringWorker = `
const name = "offprint " + new URL(self.registration.scope).pathname;
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((one) => one.startsWith(name + " ")).map((one) => caches.delete(one)));
    indexedDB.deleteDatabase(name);
    await self.registration.unregister();
  })());
});
`.trimStart();
