import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Download, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeViolations } from "./axe.ts";
import { openSite } from "./open-site.ts";
import { goTo, reload } from "./settled.ts";

const interId = "inter-mitigating-hallucination-in-large-vision-language";

/** The titles under a heading of the page of saved papers. */
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
] as const)("a reader's library %s", (_, site, base) => {
  const { open } = openSite(site, base);

  it("keeps saved and read papers across a reload, and can hide read ones", async () => {
    const { page, requests, address } = await open("/", { serviceWorkers: "allow" });
    const items = page.locator("li[data-paper]");
    // The title of a paper with formulas is stored as plain text.
    const [first, second] = await items.evaluateAll((all) =>
      all.map(
        (item) => item.getAttribute("data-title") ?? item.querySelector("h3")?.textContent.trim(),
      ),
    );
    await items.nth(0).getByRole("button", { name: "Save:" }).click();
    await items.nth(1).getByRole("button", { name: "Mark as read:" }).click();
    await reload(page);
    const pressed = (index: number, name: string) =>
      items.nth(index).getByRole("button", { name }).getAttribute("aria-pressed");
    expect(await pressed(0, "Save:")).toBe("true");
    expect(await pressed(0, "Mark as read:")).toBe("false");
    expect(await pressed(1, "Mark as read:")).toBe("true");

    await page.getByRole("button", { name: "Hide read" }).click();
    expect(await items.nth(1).isVisible()).toBe(false);
    await reload(page);
    expect(await items.nth(1).isVisible()).toBe(false);
    expect(await items.nth(0).isVisible()).toBe(true);
    await page.getByRole("button", { name: "Hide read" }).click();
    expect(await items.nth(1).isVisible()).toBe(true);

    await goTo(page, `${address}saved/`);
    expect(await titlesUnder(page, "To read")).toEqual([first]);
    expect(await titlesUnder(page, "Read")).toContain(second);
    await page.click("#saved-lists h3 a");
    await page.locator("article.paper h1").waitFor();
    expect(requests.filter((url) => !url.startsWith(new URL(address).origin))).toEqual([]);
  });
});

describe("a paper with only a year", () => {
  const { open } = openSite("fixture", "/archive");

  it.each(["/years/2014/", "/search/?q=waggle", "/papers/waggle-dances-as-policy-gradients/"])(
    "is saved from %s with its year",
    async (path) => {
      const { page, address } = await open(path);
      const save = page.getByRole("button", { name: /^Save/ }).first();
      await save.click();
      expect(await save.getAttribute("aria-pressed")).toBe("true");
      await goTo(page, `${address}saved/`);
      expect(await titlesUnder(page, "To read")).toEqual(["Waggle Dances as Policy Gradients"]);
      expect(await page.textContent("#saved-lists .date")).toBe("Published 2014");
      expect(await page.isVisible("#saved-damage")).toBe(false);
      expect(await download(page, "BibTeX")).toContain("year = {2014}");
    },
  );

  it("is found and cited by the search with its year", async () => {
    const { page } = await open("/search/?q=waggle");
    expect(await page.textContent("#search-results .date")).toBe("Published 2014");
    expect(await download(page, "BibTeX")).toContain("year = {2014}");
  });
});

describe("a reader's library", () => {
  const { open } = openSite("site");

  /** Opens the page of a saved paper whose note looks like HTML. */
  async function withNote(options?: BrowserContextOptions) {
    const opened = await open(`/papers/${interId}/`, options);
    const { page } = opened;
    await page.keyboard.press("s");
    await page.keyboard.press("n");
    await page.keyboard.type("<img src=x onerror=alert(1)> mine");
    await page.getByText("Note saved on this device").waitFor();
    return opened;
  }

  it("shows a private note as plain text, and does not take its letters for shortcuts", async () => {
    const { page, address } = await withNote();
    expect(await page.getByRole("button", { name: "Save" }).getAttribute("aria-pressed")).toBe(
      "true",
    );
    await page.keyboard.type(" srs");
    await reload(page);
    const note = "<img src=x onerror=alert(1)> mine srs";
    expect(await page.inputValue("#private-note")).toBe(note);
    expect(await page.getByRole("button", { name: "Save" }).getAttribute("aria-pressed")).toBe(
      "true",
    );
    await goTo(page, `${address}saved/`);
    expect(await page.textContent(".private-note-text")).toBe(note);
    expect(await page.locator(".private-note-text img").count()).toBe(0);
  });

  it("updates totals and the link when a paper is removed, and leaves its row in place", async () => {
    const { page, address } = await withNote();
    await goTo(page, address);
    await page.locator("li[data-paper]").nth(1).getByRole("button", { name: "Save:" }).click();
    await goTo(page, `${address}saved/`);
    const shared = async () => (await page.inputValue("#share-address")).split("#")[1]?.split(",");
    expect((await shared())?.length).toBe(2);
    await page.locator("#saved-lists").getByRole("button", { name: "Save: INTER" }).click();
    expect((await shared())?.length).toBe(1);
    expect(await page.textContent("#saved-status")).toBe("1 paper saved, 1 with a note");
    expect((await titlesUnder(page, "To read")).length).toBe(2);
  });

  it("updates each paper of a long list from the archive when it is shown", async () => {
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
    await goTo(page, `${address}saved/`);
    expect(await page.locator("#saved-lists li").count()).toBe(50);
    await page.getByRole("button", { name: "More papers" }).click();
    await page.getByText("This paper is no longer in this archive.").waitFor();
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
      "1 paper is no longer in this archive and has only title and date.",
    );
  });

  it("says what to do if the site was updated while the page was open", async () => {
    const { page, address } = await open(`/papers/${interId}/`);
    await page.keyboard.press("s");
    await goTo(page, `${address}saved/`);
    await page.route("**/_astro/**", (route) => route.fulfill({ status: 404, body: "" }));
    await page.getByRole("button", { name: "RIS" }).click();
    await page.getByText("Reload the page, as the site may have been updated").waitFor();
  });

  it("moves to another browser as a backup, and is merged with what is there", async () => {
    const { page, address } = await withNote();
    await goTo(page, `${address}saved/`);
    const text = await download(page, "Export as JSON");
    expect(JSON.parse(text)).toMatchObject({
      format: "offprint-lists",
      papers: [{ id: interId, note: { text: "<img src=x onerror=alert(1)> mine" } }],
    });

    const { page: other } = await open("/");
    await other.locator("li[data-paper]").nth(1).getByRole("button", { name: "Save:" }).click();
    await goTo(other, `${address}saved/`);
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
    await other.getByText("1 of 1 paper imported from lists.json").waitFor();
    expect((await titlesUnder(other, "To read")).length).toBe(2);
    expect(await other.textContent(".private-note-text")).toContain("mine");
    // A record of a newer version is left alone, and the other papers are imported.
    await other.evaluate((id) => {
      localStorage.setItem(`offprint:/:paper:${id}`, '{"v":9,"title":"Later"}');
    }, interId);
    const two = JSON.parse(text);
    two.papers.push({ ...two.papers[0], id: "zz-another", title: "Another" });
    await give(JSON.stringify(two));
    await other.getByText("1 of 2 papers imported from lists.json").waitFor();
    await other
      .getByText(`${interId} was skipped: written by a newer version of this site.`)
      .waitFor();
  });

  it.each([
    ["BibTeX", `@misc{${interId},`],
    ["RIS", "TY  - "],
    ["CSL-JSON", `"id":"${interId}"`],
  ])("is exported as %s", async (format, part) => {
    const { page, address } = await withNote();
    await goTo(page, `${address}saved/`);
    const text = await download(page, format);
    expect(text).toContain(part);
    expect(text).toContain("Mitigating");
    expect(text).not.toContain("mine");
  });

  it("is shared as a link, whose page names papers it does not know", async () => {
    const { page, address } = await withNote();
    await goTo(page, `${address}saved/`);
    const link = await page.inputValue("#share-address");
    expect(link).toMatch(/^http:\/\/localhost:\d+\/shared\/#inter-mitig~[0-9a-z]{5}$/);

    const { page: other } = await open("/");
    await other.goto(`${link}).`);
    await other.getByText("1 paper in this list").waitFor();
    expect(await other.isVisible("#shared-missing")).toBe(false);
    await other.goto(`${link},2399.99999,<b>`);
    await other.getByText("1 paper in this list").waitFor();
    expect(await other.textContent("#shared-missing")).toBe(
      "These papers are not in this archive: “2399.99999”, “<b>”.",
    );
    await other.getByRole("button", { name: "Save this paper" }).click();
    expect(await other.locator("#shared-save").isVisible()).toBe(false);
    await goTo(other, `${address}saved/`);
    expect((await titlesUnder(other, "To read"))[0]).toContain("INTER: Mitigating");
    expect(await other.locator(".private-note-text").count()).toBe(0);
  });

  it("is updated in another tab", async () => {
    const { page, address } = await open("/");
    const other = await page.context().newPage();
    await goTo(other, address);
    await page.locator("li[data-paper]").first().getByRole("button", { name: "Save:" }).click();
    await other.locator("li[data-paper] [aria-pressed=true]").waitFor();
  });

  it("is gone after everything is removed", async () => {
    const { page, address } = await withNote({ serviceWorkers: "allow" });
    await goTo(page, `${address}saved/`);
    page.on("dialog", (dialog) => void dialog.accept());
    await page.getByRole("button", { name: "Delete from this device" }).click();
    await page.getByText("Everything was deleted from this device.").waitFor();
    await page.getByText("You have not saved any papers on this device yet").waitFor();
    expect(await page.evaluate("Object.keys(localStorage)")).toEqual([]);
    const caches = await page.evaluate(() => window.caches.keys());
    expect(caches.filter((name) => !name.includes("shell"))).toEqual([]);
  });

  it("has keys that are listed and can be switched off", async () => {
    const { page, address } = await open(`/papers/${interId}/`);
    const save = page.getByRole("button", { name: "Save", exact: true });
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Close");
    await page.keyboard.press("s");
    await page.keyboard.press("Escape");
    expect(await save.getAttribute("aria-pressed")).toBe("false");
    await page.keyboard.press("Control+s");
    expect(await save.getAttribute("aria-pressed")).toBe("false");
    await goTo(page, `${address}saved/`);
    await page.uncheck("#shortcuts");
    await goTo(page, `${address}papers/${interId}/`);
    await page.keyboard.press("s");
    expect(await save.getAttribute("aria-pressed")).toBe("false");
  });

  it("says when the storage is full, and keeps the note in its field", async () => {
    const { page } = await open(`/papers/${interId}/`);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      };
    });
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("storage for this site is full").first().waitFor();
    expect(await page.getByRole("button", { name: "Save" }).getAttribute("aria-pressed")).toBe(
      "false",
    );
    await page.keyboard.press("n");
    await page.keyboard.type("mine");
    await page.locator(".private-note [role=status]", { hasText: "is full" }).waitFor();
    expect(await page.inputValue("#private-note")).toBe("mine");
  });

  it("says when the storage is blocked", async () => {
    const { page, address } = await open("/", { serviceWorkers: "block" });
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    });
    await reload(page);
    await page.locator("li[data-paper]").first().getByRole("button", { name: "Save:" }).click();
    await page.getByText("does not allow this site to store data").waitFor();
    for (const [path, words] of [
      ["saved/", "papers cannot be saved"],
      ["new/", "cannot know when you last visited"],
    ] as const) {
      await goTo(page, address + path);
      await page.getByText(words).waitFor();
    }
  });

  it("shows damaged data, keeps it until it is removed, and keeps the rest", async () => {
    const { page, address } = await withNote();
    await page.evaluate(() => {
      localStorage.setItem("offprint:/:paper:sora", '{"v":1,"title":"So');
      localStorage.setItem(
        "offprint:/:paper:../x",
        '{"v":1,"title":"Up","saved":"2026-01-01T00:00:00Z"}',
      );
      localStorage.setItem("offprint:/:visits", "{{");
    });
    await goTo(page, `${address}saved/`);
    expect(await page.textContent("#saved-damage")).toContain("data of 2 papers cannot be read");
    expect((await titlesUnder(page, "To read")).length).toBe(1);
    expect(await download(page, "Download damaged data")).toContain('{\\"v\\":1,\\"title\\":\\"So');
    const remove = page
      .locator("#saved-damage")
      .getByRole("button", { name: "Delete damaged data" });
    await remove.click();
    expect(await page.isVisible("#saved-damage")).toBe(false);
    expect((await titlesUnder(page, "To read")).length).toBe(1);
  });

  it("shows what is new since the reader last looked, and says so if nothing is", async () => {
    const { page, address } = await open("/new/");
    await page.getByText("First visit on this device.").waitFor();
    // The previous visit was two days ago, before the first three papers were there.
    await page.evaluate(() => {
      const key = "offprint:/:visits";
      const { last } = JSON.parse(localStorage.getItem(key) ?? "");
      const at = new Date(Date.now() - 2 * 86_400_000).toISOString();
      const look = { at, seen: last.look.seen.slice(3 * 7) };
      localStorage.setItem(key, JSON.stringify({ last: { at, look } }));
    });
    await reload(page);
    expect(await page.textContent("#news-status")).toMatch(
      /^3 papers added since you last looked here on /,
    );
    expect(await page.locator("#news li[data-paper] .mark").count()).toBe(6);
    await reload(page);
    expect(await page.locator("#news li").count()).toBe(3);
    await page.evaluate(() => {
      const key = "offprint:/:visits";
      const { last } = JSON.parse(localStorage.getItem(key) ?? "");
      const at = new Date(Date.now() - 86_400_000).toISOString();
      localStorage.setItem(key, JSON.stringify({ last: { ...last, at } }));
    });
    await goTo(page, `${address}new/`);
    expect(await page.textContent("#news-status")).toMatch(
      /^No new papers since you last looked here on /,
    );
  });

  it("passes axe in light and dark when it contains papers", async () => {
    const { page, address } = await open(`/papers/${interId}/`);
    await page.keyboard.press("s");
    await page.keyboard.press("r");
    await page.keyboard.press("n");
    await page.keyboard.type("mine");
    await page.getByText("Note saved on this device").waitFor();
    for (const path of ["", "saved/", `shared/#${interId}`, "new/", `papers/${interId}/`]) {
      await goTo(page, address + path);
      expect(await axeViolations(page), path).toEqual([]);
    }
  });

  it("has no controls without JavaScript or in print", async () => {
    const { page, address } = await open("/", { javaScriptEnabled: false });
    expect(await page.locator(".mark").count()).toBe(0);
    await page.goto(`${address}saved/`);
    expect(await page.textContent("main")).toContain(
      "Saving papers needs JavaScript, which is turned off",
    );
    expect(await page.locator("main button:visible, main input:visible").count()).toBe(0);
    await page.goto(`${address}papers/${interId}/`);
    expect(await page.isVisible(".paper-buttons")).toBe(false);

    const { page: printed } = await open("/");
    await printed.emulateMedia({ media: "print" });
    expect(await printed.locator(".mark:visible").count()).toBe(0);
  });
});
