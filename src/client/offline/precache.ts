/** Asks the service worker, if there is one, to store pages with everything they need. */
export function precachePages(addresses: readonly string[]): void {
  // `serviceWorker` is missing on sites without https, whatever its type says.
  navigator.serviceWorker?.controller?.postMessage({ wanted: addresses });
}
