import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Download, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openSite } from "./open-site.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const interId = "inter-mitigating-hallucination-in-large-vision-language";

/** The papers under a heading of the page of saved papers. */
async function titlesUnder(page: Page, heading: string): Promise<string[]> {
  const section = page.locator("section", { has: page.locator("h2", { hasText: heading }) });
  return (await section.locator("h3").allTextContents()).map((title) => title.trim());
}

const textOf = async (download: Download) => readFileSync(await download.path(), "utf8");

async function download(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return textOf(file);
}

describe.each([
  ["under /", "site", "/"],
  ["under a base path", "fixture", "/archive"],
] as const)("a visitor's lists %s", (_, site, base) => {
  const { open } = openSite(site, base);

  it("keep what is saved and read over a reload, and hide what is read where that is wanted", async () => {
    const { page, requests, address } = await open("/");
    const items = page.locator("li[data-paper]");
    // A title with a formula is kept in plain characters.
    const [first, second] = await items.evaluateAll((all) =>
      all.map(
        (item) => item.getAttribute("data-title") ?? item.querySelector("h3")?.textContent.trim(),
      ),
    );
    await items.nth(0).getByRole("button", { name: "Save:" }).click();
    await items.nth(1).getByRole("button", { name: "Mark as read:" }).click();
    await page.reload({ waitUntil: "networkidle" });
    const pressed = (index: number, name: string) =>
      items.nth(index).getByRole("button", { name }).getAttribute("aria-pressed");
    expect(await pressed(0, "Save:")).toBe("true");
    expect(await pressed(0, "Mark as read:")).toBe("false");
    expect(await pressed(1, "Mark as read:")).toBe("true");

    await page.getByRole("button", { name: "Hide what I have read" }).click();
    expect(await items.nth(1).isVisible()).toBe(false);
    await page.reload({ waitUntil: "networkidle" });
    expect(await items.nth(1).isVisible()).toBe(false);
    expect(await items.nth(0).isVisible()).toBe(true);
    await page.getByRole("button", { name: "Hide what I have read" }).click();
    expect(await items.nth(1).isVisible()).toBe(true);

    await page.goto(`${address}saved/`, { waitUntil: "networkidle" });
    expect(await titlesUnder(page, "To read")).toEqual([first]);
    expect(await titlesUnder(page, "Read")).toContain(second);
    await page.click("#saved-lists h3 a");
    await page.locator("article.paper h1").waitFor();
    expect(requests.filter((url) => !url.startsWith(new URL(address).origin))).toEqual([]);
  });
});

describe("a paper of which only the year is known", () => {
  const { open } = openSite("fixture", "/archive");

  it.each(["/years/2014/", "/search/?q=waggle", "/papers/waggle-dances-as-policy-gradients/"])(
    "is saved from %s, with its year",
    async (path) => {
      const { page, address } = await open(path);
      const save = page.getByRole("button", { name: /^Save/ }).first();
      await save.click();
      expect(await save.getAttribute("aria-pressed")).toBe("true");
      await page.goto(`${address}saved/`, { waitUntil: "networkidle" });
      expect(await titlesUnder(page, "To read")).toEqual(["Waggle Dances as Policy Gradients"]);
      expect(await page.textContent("#saved-lists .date")).toBe("2014");
      expect(await page.isVisible("#saved-damage")).toBe(false);
      expect(await download(page, "BibTeX")).toContain("year = {2014}");
    },
  );

  it("is found and cited by the search with its year", async () => {
    const { page } = await open("/search/?q=waggle");
    expect(await page.textContent("#search-results .date")).toBe("2014");
    expect(await download(page, "BibTeX")).toContain("year = {2014}");
  });
});

describe("a visitor's lists", () => {
  const { open } = openSite("site");

  /** A page with one saved paper and a note of text that would be markup. */
  async function withNote() {
    const opened = await open(`/papers/${interId}/`);
    const { page } = opened;
    await page.keyboard.press("s");
    await page.keyboard.press("n");
    await page.keyboard.type("<img src=x onerror=alert(1)> mine");
    await page.getByText("Kept on this device.").waitFor();
    return opened;
  }

  it("keep a private note as the text it is, and letters typed into it are no shortcuts", async () => {
    const { page, address } = await withNote();
    expect(await page.getByRole("button", { name: "Save" }).getAttribute("aria-pressed")).toBe(
      "true",
    );
    await page.keyboard.type(" srs");
    await page.reload({ waitUntil: "networkidle" });
    const note = "<img src=x onerror=alert(1)> mine srs";
    expect(await page.inputValue("#private-note")).toBe(note);
    expect(await page.getByRole("button", { name: "Save" }).getAttribute("aria-pressed")).toBe(
      "true",
    );
    await page.goto(`${address}saved/`, { waitUntil: "networkidle" });
    expect(await page.textContent(".private-note-text")).toBe(note);
    expect(await page.locator(".private-note-text img").count()).toBe(0);
  });

  it("are counted and shared as they are after one is taken from the list, which stays in its place", async () => {
    const { page, address } = await withNote();
    await page.goto(address, { waitUntil: "networkidle" });
    await page.locator("li[data-paper]").nth(1).getByRole("button", { name: "Save:" }).click();
    await page.goto(`${address}saved/`, { waitUntil: "networkidle" });
    const shared = async () => (await page.inputValue("#share-address")).split("#")[1]?.split(",");
    expect((await shared())?.length).toBe(2);
    await page.locator("#saved-lists").getByRole("button", { name: "Save: INTER" }).click();
    expect((await shared())?.length).toBe(1);
    expect(await page.textContent("#saved-status")).toBe("1 paper saved, 1 with a note");
    expect((await titlesUnder(page, "To read")).length).toBe(2);
  });

  it("of a long list are told what the archive says of each when it is shown", async () => {
    const { page, address } = await open("/");
    await page.evaluate(async () => {
      const { papers } = await (await fetch("/data/latest.json")).json();
      const ids: string[] = papers.map(({ id }: { id: string }) => id);
      const kept = [...ids, "long-gone"].entries();
      for (const [index, id] of kept) {
        const saved = new Date(Date.UTC(2026, 0, 1, 0, 0, 100 - index)).toISOString();
        localStorage.setItem(
          `offprint:/:paper:${id}`,
          JSON.stringify({ v: 1, title: "Old", saved }),
        );
      }
    });
    await page.goto(`${address}saved/`, { waitUntil: "networkidle" });
    expect(await page.locator("#saved-lists li").count()).toBe(50);
    await page.getByRole("button", { name: "More papers" }).click();
    await page.getByText("This archive no longer has this paper.").waitFor();
    expect(await page.locator("#saved-lists li").count()).toBe(63);
    expect((await titlesUnder(page, "To read")).filter((title) => title === "Old").length).toBe(1);
    expect(
      await page.evaluate(
        () =>
          document.activeElement?.closest("li") ===
          document.querySelectorAll("#saved-lists li")[50],
      ),
    ).toBe(true);
    const text = await download(page, "BibTeX");
    expect(text.match(/^@/gm)?.length).toBe(63);
    expect(text).not.toContain("papers/long-gone");
    expect(await page.textContent("#tools-details")).toBe(
      "1 paper by title and date only: no longer in this archive.",
    );
  });

  it("say how to go on when the site was renewed under an open page", async () => {
    const { page, address } = await open(`/papers/${interId}/`, { serviceWorkers: "block" });
    await page.keyboard.press("s");
    await page.goto(`${address}saved/`, { waitUntil: "networkidle" });
    await page.route("**/_astro/**", (route) => route.fulfill({ status: 404, body: "" }));
    await page.getByRole("button", { name: "RIS" }).click();
    await page.getByText("Load the page again, since the site may have been renewed").waitFor();
  });

  it("move to another browser as a file, and unite with what is there", async () => {
    const { page, address } = await withNote();
    await page.goto(`${address}saved/`, { waitUntil: "networkidle" });
    const text = await download(page, "Export as JSON");
    expect(JSON.parse(text)).toMatchObject({
      format: "offprint-lists",
      papers: [{ id: interId, note: { text: "<img src=x onerror=alert(1)> mine" } }],
    });

    const { page: other } = await open("/");
    await other.locator("li[data-paper]").nth(1).getByRole("button", { name: "Save:" }).click();
    await other.goto(`${address}saved/`, { waitUntil: "networkidle" });
    const give = (buffer: string) =>
      other.setInputFiles("#import-file", {
        name: "lists.json",
        mimeType: "application/json",
        buffer: Buffer.from(buffer),
      });
    await give("{ not json");
    await other.getByText("Nothing was imported from lists.json").waitFor();
    expect((await titlesUnder(other, "To read")).length).toBe(1);
    await give(text);
    await other.getByText("1 of 1 paper in lists.json imported").waitFor();
    expect((await titlesUnder(other, "To read")).length).toBe(2);
    expect(await other.textContent(".private-note-text")).toContain("mine");
    // What a later version of the site wrote is left alone, and keeps nothing else back.
    await other.evaluate((id) => {
      localStorage.setItem(`offprint:/:paper:${id}`, '{"v":9,"title":"Later"}');
    }, interId);
    const two = JSON.parse(text);
    two.papers.push({ ...two.papers[0], id: "zz-another", title: "Another" });
    await give(JSON.stringify(two));
    await other.getByText("1 of 2 papers in lists.json imported").waitFor();
    await other.getByText(`${interId} was left out: a newer version of this site`).waitFor();
  });

  it.each([
    ["BibTeX", `@misc{${interId},`],
    ["RIS", "TY  - "],
    ["CSL-JSON", `"id":"${interId}"`],
  ])("are exported as %s", async (format, part) => {
    const { page, address } = await withNote();
    await page.goto(`${address}saved/`, { waitUntil: "networkidle" });
    const text = await download(page, format);
    expect(text).toContain(part);
    expect(text).toContain("Mitigating");
    expect(text).not.toContain("mine");
  });

  it("are shared by an address that says what it does not know", async () => {
    const { page, address } = await withNote();
    await page.goto(`${address}saved/`, { waitUntil: "networkidle" });
    const link = await page.inputValue("#share-address");
    expect(link).toMatch(/^http:\/\/localhost:\d+\/shared\/#inter-mitig~[0-9a-z]{5}$/);

    const { page: other } = await open("/");
    await other.goto(`${link}).`);
    await other.getByText("1 paper in this list").waitFor();
    expect(await other.isVisible("#shared-missing")).toBe(false);
    await other.goto(`${link},2399.99999,<b>`);
    await other.getByText("1 paper in this list").waitFor();
    expect(await other.textContent("#shared-missing")).toBe(
      "This archive has no paper by the name of “2399.99999”, “<b>”.",
    );
    await other.getByRole("button", { name: "Save this paper" }).click();
    expect(await other.locator("#shared-save").isVisible()).toBe(false);
    await other.goto(`${address}saved/`, { waitUntil: "networkidle" });
    expect((await titlesUnder(other, "To read"))[0]).toContain("INTER: Mitigating");
    expect(await other.locator(".private-note-text").count()).toBe(0);
  });

  it("follow in another tab", async () => {
    const { page, address } = await open("/");
    const other = await page.context().newPage();
    await other.goto(address, { waitUntil: "networkidle" });
    await page.locator("li[data-paper]").first().getByRole("button", { name: "Save:" }).click();
    await other.locator("li[data-paper] [aria-pressed=true]").waitFor();
  });

  it("are no more after everything is removed", async () => {
    const { page, address } = await withNote();
    await page.goto(`${address}saved/`, { waitUntil: "networkidle" });
    page.on("dialog", (dialog) => void dialog.accept());
    await page.getByRole("button", { name: "Remove from this device" }).click();
    await page.getByText("Everything is removed from this device.").waitFor();
    await page.getByText("Nothing is saved on this device yet").waitFor();
    expect(await page.evaluate("Object.keys(localStorage)")).toEqual([]);
    const caches = await page.evaluate(() => window.caches.keys());
    expect(caches.filter((name) => !name.includes("shell"))).toEqual([]);
  });

  it("have keys that are told, and can be switched off", async () => {
    const { page, address } = await open(`/papers/${interId}/`);
    const save = page.getByRole("button", { name: "Save", exact: true });
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys on this page" }).waitFor();
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Close");
    await page.keyboard.press("s");
    await page.keyboard.press("Escape");
    expect(await save.getAttribute("aria-pressed")).toBe("false");
    await page.keyboard.press("Control+s");
    expect(await save.getAttribute("aria-pressed")).toBe("false");
    await page.goto(`${address}saved/`, { waitUntil: "networkidle" });
    await page.uncheck("#shortcuts");
    await page.goto(`${address}papers/${interId}/`, { waitUntil: "networkidle" });
    await page.keyboard.press("s");
    expect(await save.getAttribute("aria-pressed")).toBe("false");
  });

  it("say when the storage is full, and the note stays in the field", async () => {
    const { page } = await open(`/papers/${interId}/`);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      };
    });
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("storage for the site is full").first().waitFor();
    expect(await page.getByRole("button", { name: "Save" }).getAttribute("aria-pressed")).toBe(
      "false",
    );
    await page.keyboard.press("n");
    await page.keyboard.type("mine");
    await page.locator(".private-note [role=status]", { hasText: "is full" }).waitFor();
    expect(await page.inputValue("#private-note")).toBe("mine");
  });

  it("say when the storage is blocked", async () => {
    const { page, address } = await open("/");
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    });
    await page.reload({ waitUntil: "networkidle" });
    await page.locator("li[data-paper]").first().getByRole("button", { name: "Save:" }).click();
    await page.getByText("does not let the site store anything").waitFor();
    for (const [path, words] of [
      ["saved/", "Nothing can be kept here."],
      ["new/", "lets the site keep nothing"],
    ] as const) {
      await page.goto(address + path, { waitUntil: "networkidle" });
      await page.getByText(words).waitFor();
    }
  });

  it("say what is damaged, keep it until it is removed, and keep the rest", async () => {
    const { page, address } = await withNote();
    await page.evaluate(() => {
      localStorage.setItem("offprint:/:paper:sora", '{"v":1,"title":"So');
      localStorage.setItem(
        "offprint:/:paper:../x",
        '{"v":1,"title":"Up","saved":"2026-01-01T00:00:00Z"}',
      );
      localStorage.setItem("offprint:/:visits", "{{");
    });
    await page.goto(`${address}saved/`, { waitUntil: "networkidle" });
    expect(await page.textContent("#saved-damage")).toContain("2 papers cannot be read");
    expect((await titlesUnder(page, "To read")).length).toBe(1);
    expect(await download(page, "Download as it is")).toContain('{\\"v\\":1,\\"title\\":\\"So');
    const remove = page.locator("#saved-damage").getByRole("button", { name: "Remove" });
    await remove.click();
    expect(await page.isVisible("#saved-damage")).toBe(false);
    expect((await titlesUnder(page, "To read")).length).toBe(1);
  });

  it("say what is new since the last look, and why nothing is", async () => {
    const { page, address } = await open("/new/");
    await page.getByText("has not been here before").waitFor();
    // The visit before ended two days ago, and ended without having seen the first three papers.
    await page.evaluate(() => {
      const key = "offprint:/:visits";
      const { last } = JSON.parse(localStorage.getItem(key) ?? "");
      const at = new Date(Date.now() - 2 * 86_400_000).toISOString();
      const look = { at, seen: last.look.seen.slice(3 * 7) };
      localStorage.setItem(key, JSON.stringify({ last: { at, look } }));
    });
    await page.reload({ waitUntil: "networkidle" });
    expect(await page.textContent("#news-status")).toMatch(/^3 papers came since you last looked/);
    expect(await page.locator("#news li[data-paper] .mark").count()).toBe(6);
    await page.reload({ waitUntil: "networkidle" });
    expect(await page.locator("#news li").count()).toBe(3);
    await page.evaluate(() => {
      const key = "offprint:/:visits";
      const { last } = JSON.parse(localStorage.getItem(key) ?? "");
      const at = new Date(Date.now() - 86_400_000).toISOString();
      localStorage.setItem(key, JSON.stringify({ last: { ...last, at } }));
    });
    await page.goto(`${address}new/`, { waitUntil: "networkidle" });
    expect(await page.textContent("#news-status")).toMatch(/^Nothing has come since/);
  });

  it.each(["light", "dark"] as const)("pass axe when they hold papers: %s", async (colorScheme) => {
    const { page, address } = await open(`/papers/${interId}/`, { colorScheme });
    const audit = `axe.run().then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")))`;
    await page.keyboard.press("s");
    await page.keyboard.press("r");
    await page.keyboard.press("n");
    await page.keyboard.type("mine");
    await page.getByText("Kept on this device.").waitFor();
    for (const path of ["", "saved/", `shared/#${interId}`, "new/", `papers/${interId}/`]) {
      await page.goto(address + path, { waitUntil: "networkidle" });
      await page.addScriptTag({ path: axe });
      expect(await page.evaluate(audit), path).toEqual([]);
    }
  });

  it("are not there without JavaScript, nor on paper", async () => {
    const { page, address } = await open("/", { javaScriptEnabled: false });
    expect(await page.locator(".mark").count()).toBe(0);
    await page.goto(`${address}saved/`);
    expect(await page.textContent("main")).toContain("Saving needs JavaScript, which is off here");
    expect(await page.locator("main button:visible, main input:visible").count()).toBe(0);
    await page.goto(`${address}papers/${interId}/`);
    expect(await page.isVisible(".paper-marks")).toBe(false);

    const { page: printed } = await open("/");
    await printed.emulateMedia({ media: "print" });
    expect(await printed.locator(".mark:visible").count()).toBe(0);
  });
});
