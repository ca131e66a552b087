import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { axeViolations } from "./axe.ts";
import { openSite } from "./open-site.ts";
import { goTo, settled } from "./settled.ts";
import { overflowingWidths } from "./widths.ts";

const weighted =
  "Weighted least-squares approximation with determinantal point processes and generalized volume sampling";

describe.each([
  ["under /", "site", "/", "determinantal", weighted],
  ["under a base path", "fixture", "/archive", "Controls", "Export Controls: 2024 in Review"],
] as const)("search %s", (_, site, base, word, title) => {
  const { open } = openSite(site, base);

  it("finds a paper from the home page and opens it, by keyboard alone", async () => {
    const { page, requests, address } = await open("/", { serviceWorkers: "allow" });
    await page.keyboard.press("Tab");
    for (let step = 0; step < 12; step += 1) {
      if (await page.evaluate(() => document.activeElement?.tagName === "INPUT")) break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type(word);
    await page.keyboard.press("Enter");
    await page.waitForSelector("#search-results li");
    expect(new URL(page.url()).searchParams.get("q")).toBe(word);
    await page.focus("#search-input");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/papers/**");
    expect(await page.textContent("h1")).toBe(title);
    expect(requests.filter((url) => !url.startsWith(new URL(address).origin))).toEqual([]);
  });
});

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

describe("the author filter", () => {
  const { open } = openSite("fixture", "/archive");

  it("is loaded on demand, by keyboard, and narrows the search", async () => {
    const { page, requests } = await open("/search/?q=-zzyzxqq");
    await page.waitForSelector("#search-results li");
    const authors = page.locator(".facet", { hasText: "Author" });
    await authors.getByText("Show authors").focus();
    expect(requests.filter((url) => url.endsWith("/authors.bin"))).toEqual([]);
    await page.keyboard.press("Enter");
    await authors.getByText("Charles Babbage").waitFor();
    expect(requests.filter((url) => url.endsWith("/authors.bin")).length).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-facet"))).toBe(
      "author:Ada Lovelace",
    );
    await authors.getByText("Charles Babbage").click();
    await page.waitForFunction(() => location.search.includes("author=Charles+Babbage"));
    await page.waitForFunction(
      () => document.querySelectorAll("#search-results > li").length === 1,
    );
    await page.reload();
    await page.waitForSelector("#search-results li");
    expect(await page.locator("#search-results > li").count()).toBe(1);
    expect(await authors.locator("input:checked").count()).toBe(1);
  });
});

describe("the search page", () => {
  const { open } = openSite("site");

  it("shows title, date, topics and a highlighted excerpt", async () => {
    const { page } = await open("/search/?q=determinantal");
    await page.waitForSelector("#search-results li");
    const item = page.locator("#search-results li").first();
    expect(await item.locator("h2 a").textContent()).toBe(weighted);
    const dates = await item.locator("time").allTextContents();
    expect(dates).toEqual(["13 Nov 2025", "Published 21 Dec 2023"]);
    expect(await item.locator("mark").first().textContent()).toMatch(/determinantal/i);
    expect(await item.locator(".facts-line").textContent()).toContain("Learning Theory");
    expect(await page.locator("#search-status").textContent()).toBe("1 paper for “determinantal”");
  });

  it("finds while typing, and the back button returns to the query before", async () => {
    const { page } = await open("/search/");
    await page.locator("#search-input").pressSequentially("bandits");
    await page.waitForFunction(() => location.search === "?q=bandits");
    await page.waitForSelector("#search-results li");
    await page.locator("#search-input").fill("Sora");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.includes("Sora"),
    );
    await page.goBack();
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.includes("bandits"),
    );
    expect(await page.inputValue("#search-input")).toBe("bandits");
  });

  it("says so if nothing is found, and shows the query as plain text", async () => {
    const { page } = await open(`/search/?q=${encodeURIComponent("<img>zzyzxqq")}`);
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.startsWith("No paper"),
    );
    expect(await page.locator("#search-status").textContent()).toContain("<img>zzyzxqq");
    expect(await page.locator("#search-status img").count()).toBe(0);
  });

  it("says what to do when JavaScript is off", async () => {
    const { page } = await open("/search/", { javaScriptEnabled: false });
    expect(await page.textContent("main")).toContain("needs JavaScript, which is turned off");
  });

  it("says so if the index cannot be loaded", async () => {
    const { page } = await open("/search/");
    await page.route("**/pagefind/**", (route) => route.abort());
    await page.locator("#search-input").fill("bandits");
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.includes("could not be loaded"),
    );
  });
});

describe("the page of results", () => {
  const { open } = openSite("site");

  it.each([
    ["L^2", weighted],
    ["\\mathbb{R}^d", undefined],
    ["G^2RPO", "G2RPO"],
    ["G²RPO", "G2RPO"],
    ["Pass@k", "Best-of-Majority"],
    ["Schroedinger", "Multi-marginal Schrödinger Bridges"],
    ["onpolicy", "On-Policy Policy Gradient"],
  ])("for %j lists the expected paper first", async (query, title) => {
    const { page } = await open(`/search/?q=${encodeURIComponent(query)}`);
    await page.waitForFunction(() =>
      /paper/.test(document.querySelector("#search-status")?.textContent ?? ""),
    );
    if (title === undefined) return;
    const first = page.locator("#search-results h2").first();
    expect((await first.textContent())?.replace(/[\u2061-\u2064]/g, "")).toContain(title);
  });

  it.each([
    [
      "of the field lists the paper described first",
      "prompt a model for several responses with their probabilities to get more diversity",
      1,
    ],
    [
      "of a reader's own lists it among the first",
      "ask the model for several answers with their probabilities to get more diversity",
      3,
    ],
  ])(
    "for a description in words %s, and says that it lacks some of the words",
    async (_, sentence, most) => {
      const { page } = await open(`/search/?q=${encodeURIComponent(sentence)}`);
      await page.waitForSelector("#search-results li");
      const titles = await page.locator("#search-results h2").allTextContents();
      expect(titles.slice(0, most).join()).toContain("Verbalized Sampling");
      expect(await page.textContent("#search-status")).toContain(
        "No paper contains all of these words",
      );
    },
  );

  it("shows formulas as MathML, without KaTeX's style sheet or fonts", async () => {
    const { page, requests, address } = await open("/search/?q=L%5E2");
    await page.waitForSelector("#search-results math");
    expect(await page.locator("#search-results mark math msup").first().textContent()).toBe("L2");
    expect(requests.filter((url) => /katex/i.test(url))).toEqual([]);
    await goTo(page, `${address}search/?q=G2RPO`);
    const raised = page.locator("#search-results h2 sup");
    expect(await raised.first().textContent()).toBe("2");
    const [size = 0, around = 1] = await raised
      .first()
      .evaluate((two) =>
        [two, two.closest("h2") ?? two].map((part) =>
          Number.parseFloat(getComputedStyle(part).fontSize),
        ),
      );
    expect(size / around).toBeCloseTo(0.7, 2);
  });

  it("loads no part of the search before it is used", async () => {
    const { page, requests, address } = await open("/");
    expect(requests.filter((url) => /search|pagefind/.test(url.slice(address.length)))).toEqual([]);
    await goTo(page, `${address}search/`);
    expect(requests.filter((url) => /parts|pagefind\//.test(url))).toEqual([]);
  });

  it("combines filters, and the back button undoes one", async () => {
    const { page } = await open("/search/?q=policy");
    await page.waitForSelector(".facet input");
    const before = await page.locator("#search-results > li").count();
    const year = page.locator(".facet", { hasText: "Year" }).locator("label").first();
    const count = Number(await year.locator(".count").textContent());
    await year.locator("input").check();
    await page.waitForFunction(() => location.search.includes("year="));
    await page.waitForFunction(
      (most) => document.querySelectorAll("#search-results > li").length === most,
      Math.min(count, 20),
    );
    expect(count).toBeLessThan(before + 21);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-facet"))).toMatch(
      /^year:/,
    );
    await page.goBack();
    await page.waitForFunction(
      (all) => document.querySelectorAll("#search-results > li").length === all,
      before,
    );
    expect(await page.locator(".facet input:checked").count()).toBe(0);
  });

  it("can be navigated with arrow keys, Enter and Escape", async () => {
    const { page } = await open("/search/?q=bandits");
    await page.waitForSelector("#search-results li");
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    await page.focus("#search-input");
    await page.keyboard.press("ArrowDown");
    const first = await focused();
    expect(first).toContain("Bandits");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).not.toBe(first);
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toBe(first);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-input");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/papers/**");
    expect(await page.textContent("h1")).toBe(first);
  });

  it.each(["/", "Control+k"])("is opened with %s from a paper's page", async (keys) => {
    const { page } = await open("/papers/ai-agent-behavioral-science/");
    await page.keyboard.press(keys);
    await page.waitForURL("**/search/");
    await page.waitForFunction(() => document.activeElement?.id === "search-input");
  });

  it("returns to the result that was opened, however far down it was", async () => {
    const { page } = await open("/search/?q=behavior");
    await page.waitForSelector("#search-results li");
    await page.click("#search-more button");
    await page.waitForFunction(() => document.querySelectorAll("#search-results > li").length > 25);
    const link = page.locator("#search-results > li").nth(24).locator("h2 a");
    const title = await link.textContent();
    await link.click();
    await page.waitForURL("**/papers/**");
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll("#search-results > li").length > 25);
    await page.waitForFunction(() => document.activeElement?.closest("#search-results") !== null);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(title);
    expect(await link.evaluate((one) => one.getBoundingClientRect().top < innerHeight)).toBe(true);
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
    await page.waitForSelector("#search-results li");
    const before = await page.textContent("#search-status");
    await page.route("**/search/parts/**", (route) => route.abort());
    await page.click("#search-more button");
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.includes("could not be loaded"),
    );
    expect(await page.locator("#search-results > li").count()).toBe(20);
    // Also next to the button, where the reader is looking.
    await page.getByText("could not be loaded").nth(1).waitFor();
    await page.unroute("**/search/parts/**");
    await page.click("#search-more button");
    await page.waitForFunction(() => document.querySelectorAll("#search-results > li").length > 20);
    expect(await page.textContent("#search-status")).toBe(before);
    expect(await page.getByText("could not be loaded").count()).toBe(0);
  });

  it.each([
    [
      "-",
      "“-” contains nothing to search for. Showing all 62 papers",
      "To exclude a word, write a minus",
    ],
    ["author: Sutton", "No papers match", "No paper here has a known author"],
    ["Sampling: a survey", "papers", ""],
  ])("for %j explains what it shows", async (query, status, note) => {
    const { page } = await open(`/search/?q=${encodeURIComponent(query)}`);
    await page.waitForFunction(
      (part) => document.querySelector("#search-status")?.textContent?.includes(part),
      status,
    );
    const notes = await page.textContent("#search-notes");
    if (note === "") expect(notes).toBe("");
    else expect(notes).toContain(note);
  });

  it("explains invalid syntax and still shows papers", async () => {
    const { page } = await open("/search/?q=bandits+year:soon");
    await page.waitForSelector("#search-results li");
    expect(await page.textContent("#search-notes")).toContain("“soon” is not a valid year");
  });

  it("corrects typing errors and says so", async () => {
    const { page } = await open("/search/?q=reinforcment+lerning");
    await page.waitForSelector("#search-results li");
    expect(await page.textContent("#search-notes")).toContain("“lerning”");
  });

  it("exports its papers as citations", async () => {
    const { page } = await open("/search/?q=determinantal");
    await page.waitForSelector("#search-results li");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click("#search-export button[value=bib]"),
    ]);
    expect(download.suggestedFilename()).toBe("papers.bib");
    const bib = readFileSync(await download.path(), "utf8");
    expect(bib).toContain("Weighted least-squares approximation");
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

  it("remembers searches on this device until they are cleared", async () => {
    const { page, address } = await open("/search/");
    await page.fill("#search-input", "bandits");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#search-results li");
    await page.goto(`${address}search/`);
    await page.click("#search-recent a >> text=bandits");
    await page.waitForSelector("#search-results li");
    await page.goto(`${address}search/`);
    await page.waitForSelector("#search-recent a");
    await page.focus("#search-input");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("bandits");
    await page.keyboard.press("ArrowUp");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-input");
    await page.click("#search-recent button");
    expect(await page.isVisible("#search-recent")).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-input");
  });

  it("works where storage is blocked", async () => {
    const { page, address } = await open("/about/", { serviceWorkers: "block" });
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("blocked", "SecurityError");
        },
      });
    });
    await page.goto(`${address}search/?q=bandits`);
    await page.waitForSelector("#search-results li");
    await page.fill("#search-input", "is:saved");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.startsWith("No paper"),
    );
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

  it("shows results as wide as their list, which ends with the page's frame", async () => {
    const { page } = await open("/search/?q=sampling");
    await page.waitForSelector("#search-results li");
    await page.setViewportSize({ width: 1280, height: 900 });
    const { frame, list, titles } = await page.evaluate(() => {
      const boxOf = (element: Element | null) => {
        const { width = 0, right = 0 } = element?.getBoundingClientRect() ?? {};
        return { width, right };
      };
      const results = document.querySelector("#search-results");
      return {
        frame: boxOf(document.querySelector(".search-found")),
        list: boxOf(results),
        titles: [...(results?.querySelectorAll("h2") ?? [])].map(boxOf),
      };
    });
    expect(list.right).toBeCloseTo(frame.right, 0);
    expect(list.width).toBeGreaterThan(frame.width * 0.6);
    expect(titles.length).toBeGreaterThan(0);
    // A margin may have upvotes and links.
    for (const { width } of titles) expect(width).toBeGreaterThan(list.width * 0.8);
  });

  it("passes axe in light and dark, on narrow and wide screens", async () => {
    const { page } = await open("/search/?q=sampling+year:soon");
    await page.waitForSelector("#search-results li");
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
    });
    const widths = [320, 390, 1280];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect(await axeViolations(page), `${width} pixels`).toEqual([]);
    }
    expect(await overflowingWidths(page, widths)).toEqual([]);
  });
});

describe("a search with many results", () => {
  const { open } = openSite("fixture", "/archive");

  it("shows twenty, then more, and moves on to the first new one", async () => {
    const { page } = await open("/search/?q=sampling");
    await page.waitForSelector("#search-results li");
    expect(await page.locator("#search-results > li").count()).toBe(20);
    await page.locator("#search-results h2 a").last().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll("#search-results > li").length > 20);
    const place = await page.evaluate(() => {
      const item = document.activeElement?.closest("#search-results > li");
      return [...document.querySelectorAll("#search-results > li")].indexOf(item as Element);
    });
    expect(place).toBe(20);
  });

  it("finds a formula by its source and its letters, not by KaTeX's output", async () => {
    const { page } = await open(`/search/?q=${encodeURIComponent("\\mathbb{R}^d")}`);
    await page.waitForSelector("#search-results math");
    await page.fill("#search-input", "RdRd");
    await page.waitForFunction(() =>
      document.querySelector("#search-status")?.textContent?.startsWith("No paper"),
    );
  });
});
