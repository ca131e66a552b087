import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kindsOfPage } from "../site/built-site.ts";
import { openSite } from "./open-site.ts";

const trimmed = (texts: string[]) => texts.map((text) => text.trim());

describe("the citation of a paper", () => {
  const { open } = openSite("site");

  it("is shown in one format at a time without a script, and copied and downloaded with one", async () => {
    const { page: plain } = await open(kindsOfPage.paper, { javaScriptEnabled: false });
    expect(await plain.locator(".cite pre:visible").count()).toBe(1);
    await plain.getByRole("radio", { name: "Plain text" }).check();
    expect(await plain.textContent(".cite pre:visible")).toMatch(/^Verbalized Sampling/);
    expect(await plain.locator(".cite button:visible").count()).toBe(0);
    const files = plain.locator(".cite .files > :visible");
    expect(trimmed(await files.allTextContents()).slice(0, 3)).toEqual([
      "BibTeX",
      "RIS",
      "CSL-JSON",
    ]);

    const { page } = await open(kindsOfPage.paper, { permissions: ["clipboard-write"] });
    await page.getByRole("radio", { name: "Plain text" }).check();
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    await page.getByRole("radio", { name: "CSL-JSON" }).check();
    const shown = page.locator(".cite section:visible");
    await shown.getByRole("button", { name: "Copy" }).waitFor();
    const [item] = JSON.parse((await shown.locator("pre").textContent()) ?? "");
    expect(item).toMatchObject({ title: expect.stringMatching(/^Verbalized/) });
    await page.getByRole("radio", { name: "RIS" }).check();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".cite section:visible").getByRole("link", { name: "Download" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^verbalized-sampling-.+\.ris$/);
    const text = readFileSync(await file.path(), "utf8");
    expect(text).toMatch(/^TY {2}- GEN\r\n/);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("says that a format could not be loaded, and tries again when it is chosen again", async () => {
    const { page } = await open(kindsOfPage.paper);
    const choose = (name: string) => page.getByRole("radio", { name }).check();
    const shown = page.locator(".cite section:visible pre");
    for (const file of ["**/write-citation*", "**/data/papers/*"]) {
      await page.route(file, (route) => route.abort());
      await choose("RIS");
      await shown.getByText("could not be loaded").waitFor();
      expect(await page.locator(".cite section:visible button").count()).toBe(0);
      await page.unroute(file);
      await choose("BibTeX");
    }
    await choose("RIS");
    await shown.getByText("TY  - GEN").waitFor();
  });
});
