import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { hostileDay } from "../hostile/hostile-workspace.ts";
import { openSite } from "./open-site.ts";
import { overflowingWidths } from "./widths.ts";

const { open } = openSite("hostile");

const folder = inject("hostile");

/** Every fourth paper, and the pages on which all of them are. */
const paths = [
  ...globSync("papers/*", { cwd: folder })
    .sort()
    .filter((path, index) => index % 4 === 0 && !isFormer(path))
    .map((path) => `${path.replaceAll("\\", "/")}/`),
  `days/${hostileDay}/`,
  `months/${hostileDay.slice(0, 7)}/`,
  "organizations/",
  "organizations/hostile-lab/",
  "report/formulas/",
  "explore/",
  "search/?q=hostile",
  "search/?q=canary",
];

/** Whether the page at an address only leads to another one. */
function isFormer(path: string): boolean {
  return readFileSync(join(folder, path, "index.html"), "utf8").includes('http-equiv="refresh"');
}

it("hostile papers run nothing, ask no other host and fit a phone, even without the policy", async () => {
  const { page, requests, address } = await open("papers/noted-0/", { bypassCSP: true });
  const ran: string[] = [];
  const wide: string[] = [];
  await page.exposeFunction("canary", () => ran.push(page.url()));
  page.on("dialog", (dialog) => {
    ran.push(`dialog on ${page.url()}`);
    void dialog.dismiss();
  });
  await page.evaluate(() =>
    document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=canary()>"),
  );
  // The canary would be heard.
  await expect.poll(() => ran.splice(0).length).toBe(1);
  for (const path of paths) {
    await page.goto(address + path);
    if (path.startsWith("search")) await page.locator("main ol li").first().waitFor();
    expect(page.url()).toBe(address + path);
    // A formula may be as wide as its author wants.
    const hasKern = path.includes("kern");
    if (!hasKern && (await overflowingWidths(page, [390])).length > 0) wide.push(path);
  }
  const foreign = requests.filter((url) => !url.startsWith(new URL(address).origin));
  console.log(
    `${paths.length} pages in Chromium: ${ran.length} canaries ran, ${foreign.length} requests to other hosts`,
  );
  expect({ ran, foreign, wide }).toEqual({ ran: [], foreign: [], wide: [] });
});
