import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Download, Page } from "playwright-core";
import type { openSite } from "./open-site.ts";

/** A paper of the sample. */
export const interId = "inter-mitigating-hallucination-in-large-vision-language";

/** The titles under a heading of the page of saved papers. */
export async function titlesUnder(page: Page, heading: string): Promise<string[]> {
  const section = page.locator("section", { has: page.locator("h2", { hasText: heading }) });
  return (await section.locator("h3").allTextContents()).map((title) => title.trim());
}

/** The text of a file that was downloaded. */
export const textOf = async (download: Download) => readFileSync(await download.path(), "utf8");

/** The text of the file that a button downloads. */
export async function download(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return textOf(file);
}

/** Opens the page of a saved paper whose note looks like HTML. */
export async function withNote(
  open: ReturnType<typeof openSite>["open"],
  options?: BrowserContextOptions,
) {
  const opened = await open(`/papers/${interId}/`, options);
  const { page } = opened;
  await page.keyboard.press("s");
  await page.keyboard.press("n");
  await page.keyboard.type("<img src=x onerror=alert(1)> mine");
  await page.getByText("Note saved on this device").waitFor();
  return opened;
}
