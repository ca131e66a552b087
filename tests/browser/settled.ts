import type { Page, Request } from "playwright-core";

/** The requests of a page: those that have not ended, and how many there have been. */
interface Traffic {
  pending: Set<Request>;
  started: number;
}

const trafficOf = new WeakMap<Page, Traffic>();

/** Counts the requests of a page from now on. */
function watch(page: Page): Traffic {
  const known = trafficOf.get(page);
  if (known) return known;
  const traffic: Traffic = { pending: new Set(), started: 0 };
  trafficOf.set(page, traffic);
  page.on("request", (request) => {
    traffic.pending.add(request);
    traffic.started += 1;
  });
  page.on("requestfinished", (request) => traffic.pending.delete(request));
  page.on("requestfailed", (request) => traffic.pending.delete(request));
  return traffic;
}

/** Opens an address and waits until the page is settled. */
export async function goTo(page: Page, address: string): Promise<void> {
  watch(page).pending.clear();
  await page.goto(address);
  await settled(page);
}

/** Loads a page again and waits until it is settled. */
export async function reload(page: Page): Promise<void> {
  watch(page).pending.clear();
  await page.reload();
  await settled(page);
}

/**
 * Waits until a page is loaded, all its requests have ended and its scripts have nothing left to do.
 * Unlike Playwright's "networkidle", this waits for no fixed time of silence.
 */
export async function settled(page: Page): Promise<void> {
  const traffic = watch(page);
  await page.waitForLoadState("load");
  for (let before = -1; before !== traffic.started || traffic.pending.size > 0; ) {
    before = traffic.started;
    await page.waitForFunction(
      () =>
        new Promise((done) =>
          requestIdleCallback(() => setTimeout(() => requestIdleCallback(() => done(true)), 20)),
        ),
    );
  }
}
