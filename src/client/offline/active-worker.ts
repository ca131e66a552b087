/**
 * The site's service worker, as soon as it can answer requests. Until then, the browser loads pages
 * without it. Undefined without a registration, or if the worker could not be installed.
 */
export async function activeWorker(root: URL): Promise<ServiceWorker | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(root);
  const coming = registration?.installing ?? registration?.waiting;
  if (registration?.active || !coming) return registration?.active ?? undefined;
  await new Promise<void>((resolve) => {
    const settle = () => {
      if (coming.state === "activated" || coming.state === "redundant") resolve();
    };
    coming.addEventListener("statechange", settle);
    settle();
  });
  return registration?.active ?? undefined;
}
