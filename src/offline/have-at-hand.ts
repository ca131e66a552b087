/** Asks the worker, where there is one, to put pages on the device with what they are made of. */
export function haveAtHand(addresses: readonly string[]): void {
  const wanted = addresses.map((address) => new URL(address, location.href).href);
  // Sites that are not reached by https have no `serviceWorker`, whatever its type says.
  if ("serviceWorker" in navigator) navigator.serviceWorker.controller?.postMessage({ wanted });
}
