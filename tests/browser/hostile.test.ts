import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { hostileDay } from "../hostile/hostile-workspace.ts";
import { openSite } from "./open-site.ts";
import { overflowingWidths } from "./widths.ts";

const { open } = openSite("hostile");

const folder = inject("hostile");

/** Every fourth paper, those with notes and with wide formulas, and the pages with all papers. */
const paths = [
  ...globSync("papers/*", { cwd: folder })
    .sort()
    .filter((path, index) => index % 4 === 0 || /noted|kern/.test(path))
    .filter((path) => !isFormer(path))
    .map((path) => `${path.replaceAll("\\", "/")}/`),
  ...["authors/*", "authors/letter/*", "weeks/*", "with-code"]
    .flatMap((pages) => globSync(`${pages}/index.html`, { cwd: folder }).sort().slice(0, 3))
    .map((file) => file.replaceAll("\\", "/").replace(/index\.html$/, "")),
  "",
  "hostile/",
  "broken/",
  "no-such-page/",
  "papers/gone-paper/",
  "reading-list/",
  "topics/",
  "topics/hostile/",
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
    const widths = path.length % 3 === 0 ? [320, 390] : [390];
    for (const width of await overflowingWidths(page, widths)) wide.push(`${path} at ${width}`);
  }
  const foreign = requests.filter((url) => !url.startsWith(new URL(address).origin));
  console.log(
    `${paths.length} pages in Chromium: ${ran.length} canaries ran, ${foreign.length} requests to other hosts`,
  );
  expect({ ran, foreign, wide }).toEqual({ ran: [], foreign: [], wide: [] });
});
