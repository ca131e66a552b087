import { describe, expect, it } from "vitest";
import { axeViolations } from "./axe.ts";
import { download, interId, titlesUnder, withNote } from "./library-helpers.ts";
import { openSite } from "./open-site.ts";
import { goTo, reload } from "./settled.ts";

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

describe("a reader's library", () => {
  const { open } = openSite("site");

  it("shows a private note as plain text, and does not take its letters for shortcuts", async () => {
    const { page, address } = await withNote(open);
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
    const { page, address } = await withNote(open);
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
    const { page, address } = await withNote(open);
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
    const { page, address } = await withNote(open);
    await goTo(page, `${address}saved/`);
    const text = await download(page, format);
    expect(text).toContain(part);
    expect(text).toContain("Mitigating");
    expect(text).not.toContain("mine");
  });

  it("is shared as a link, whose page names papers it does not know", async () => {
    const { page, address } = await withNote(open);
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
    const { page, address } = await withNote(open, { serviceWorkers: "allow" });
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
