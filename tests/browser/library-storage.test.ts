import { describe, expect, it } from "vitest";
import { download, interId, titlesUnder, withNote } from "./library-helpers.ts";
import { openSite } from "./open-site.ts";
import { goTo, reload } from "./settled.ts";

describe("the storage of a reader's library", () => {
  const { open } = openSite("site");

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
    const { page, address } = await withNote(open);
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
});
