/**
 * A worker that undoes an earlier one: it removes what was stored for reading offline, and itself.
 * For sites that do without, and for the local server, which shares its address with other work.
 */
export const retiredWorker = `
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
