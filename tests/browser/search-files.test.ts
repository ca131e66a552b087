import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openSite } from "./open-site.ts";
import { goTo, settled } from "./settled.ts";

describe("a search page that was open while the site was updated", () => {
  const { open } = openSite("fixture", "/archive");

  it("reads the new index if parts of the old one are gone", async () => {
    const { page } = await open("/search/?q=sampling");
    await page.waitForSelector("#search-results li");
    let refused = 0;
    await page.route(/pf_index|search\/parts\/\w+\//, (route) => {
      refused += 1;
      return refused === 1 ? route.fulfill({ status: 404, body: "" }) : route.continue();
    });
    await page.fill("#search-input", "Controls");
    await page.getByText(/papers? for “Controls”/).waitFor();
    expect(refused).toBeGreaterThan(1);
  });

  it("says so if the index cannot be loaded, and works again with the network", async () => {
    const { page } = await open("/search/?q=sampling");
    await page.waitForSelector("#search-results li");
    const isIndex = /pf_index|search\/parts\//;
    await page.route(isIndex, (route) => route.abort());
    await page.fill("#search-input", "Controls");
    await page.getByText("The search index could not be loaded.").waitFor();
    await page.unroute(isIndex);
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.getByText(/papers? for “Controls”/).waitFor();
  });
});

describe("the files of the search", () => {
  const { open } = openSite("site");

  it("loads no part of the search before it is used", async () => {
    const { page, requests, address } = await open("/");
    expect(requests.filter((url) => /search|pagefind/.test(url.slice(address.length)))).toEqual([]);
    await goTo(page, `${address}search/`);
    // The page asks for what every search needs, once, and for no more.
    const loaded = requests.filter((url) => /parts|pagefind\//.test(url));
    expect(loaded).toEqual([`${address}search/parts/archive.bin`]);
    await page.fill("#search-input", "bandits");
    await page.waitForSelector("#search-results li");
    expect(requests.filter((url) => url.endsWith("archive.bin"))).toHaveLength(1);
  });

  it("names all scripts of the page in its HTML, so that none waits for another", async () => {
    const { page, requests } = await open("/search/?q=bandits");
    await page.waitForSelector("#search-results li");
    const named = await page
      .locator('script[src], link[rel="modulepreload"]')
      .evaluateAll((all) =>
        all.map((one) => (one instanceof HTMLScriptElement ? one.src : one.getAttribute("href"))),
      );
    const paths = named.map((address) => new URL(address ?? "", page.url()).pathname);
    const loaded = requests
      .map((url) => new URL(url).pathname)
      .filter((path) => path.endsWith(".js"));
    // Those that come later are loaded once results are shown.
    const late = /show-coins|citation|export|element|worker/;
    expect(loaded.filter((path) => !late.test(path) && !paths.includes(path))).toEqual([]);
    expect(paths.length).toBeGreaterThan(10);
  });

  it("loads the facts that filters need when they are opened, and filters by them", async () => {
    const { page, requests } = await open("/search/", { viewport: { width: 390, height: 800 } });
    const facts = () => requests.filter((url) => url.includes("/parts/facts/")).length;
    await page.fill("#search-input", "bandits");
    await page.waitForSelector("#search-results li");
    await settled(page);
    expect(facts()).toBe(0);
    await page.locator("#search-facets summary").click();
    const first = page.locator("#search-facet-lists li").first();
    await first.waitFor();
    expect(facts()).toBe(1);
    await page.fill("#search-input", "learning");
    await page.getByText(/papers? for “learning”/).waitFor();
    expect(await page.locator("#search-facet-lists li").count()).toBeGreaterThan(1);
    expect(facts()).toBe(1);
  });

  it("says so if the index cannot be loaded", async () => {
    const { page } = await open("/search/");
    await page.route("**/pagefind/**", (route) => route.abort());
    await page.locator("#search-input").fill("bandits");
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.includes("could not be loaded"),
    );
  });

  it("says that it is searching on a slow network, and shows the results of the latest query", async () => {
    const { page } = await open("/search/?q=bandits");
    await page.waitForSelector("#search-results li");
    let sendFirst: (() => void) | undefined;
    await page.route("**/search/parts/**", async (route) => {
      if (!sendFirst) await new Promise<void>((send) => (sendFirst = send));
      await route.continue().catch(() => undefined);
    });
    const status = (text: string) =>
      page.waitForFunction(
        (part) => document.querySelector("#search-status")?.textContent?.includes(part),
        text,
      );
    await page.fill("#search-input", "crowd");
    await status("Searching…");
    await page.fill("#search-input", "Sora");
    await status("“Sora”");
    sendFirst?.();
    await settled(page);
    expect(await page.textContent("#search-status")).toBe("1 paper for “Sora”");
    expect(await page.locator("#search-results > li").count()).toBe(1);
  });

  it("shows more results after a failure once their part can be loaded", async () => {
    const { page } = await open("/search/?q=behavior");
    await page.waitForSelector("#search-more:visible");
    const before = await page.textContent("#search-status");
    await page.route("**/search/parts/**", (route) => route.abort());
    await page.click("#search-more button");
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.includes("could not be loaded"),
    );
    expect(await page.locator("#search-results > li").count()).toBe(10);
    // Also next to the button, where the reader is looking.
    await page.getByText("could not be loaded").nth(1).waitFor();
    await page.unroute("**/search/parts/**");
    await page.click("#search-more button");
    await page.waitForFunction(() => document.querySelectorAll("#search-results > li").length > 10);
    expect(await page.textContent("#search-status")).toBe(before);
    expect(await page.getByText("could not be loaded").count()).toBe(0);
  });

  it("says that a part of the index is missing, not that nothing was found", async () => {
    const { page } = await open("/search/", { serviceWorkers: "allow" });
    await page.context().setOffline(true);
    await page.fill("#search-input", "bandits");
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.includes("not on this device"),
    );
    await page.context().setOffline(false);
    await page.fill("#search-input", "bandits ");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#search-results li");
  });

  it("says so if papers to cite cannot be loaded, and exports no incomplete file", async () => {
    const { page } = await open("/search/?q=behavior");
    await page.waitForSelector("#search-results li");
    await page.route("**/search/parts/**", (route) => route.abort());
    let downloads = 0;
    page.on("download", () => {
      downloads += 1;
    });
    await page.click("#search-export button[value=ris]");
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.includes("could not be loaded"),
    );
    expect(downloads).toBe(0);
    await page.unroute("**/search/parts/**");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click("#search-export button[value=ris]"),
    ]);
    const written = readFileSync(await download.path(), "utf8").match(/^TY {2}-/gm);
    expect(written?.length).toBeGreaterThan(20);
  });
});
