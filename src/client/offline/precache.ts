/** Asks the worker, where there is one, to put pages on the device with what they are made of. */
export function haveAtHand(wanted: readonly string[]): void {
  // Sites that are not reached by https have no `serviceWorker`, whatever its type says.
  navigator.serviceWorker?.controller?.postMessage({ wanted });
}
