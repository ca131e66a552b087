import { describe, expect, it } from "vitest";
import { download, titlesUnder } from "./library-helpers.ts";
import { openSite } from "./open-site.ts";
import { goTo } from "./settled.ts";

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
