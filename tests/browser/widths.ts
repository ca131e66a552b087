import type { Page } from "playwright-core";

/** The widths, of those in CSS pixels, at which a page needs sideways scrolling. */
export async function overflowingWidths(page: Page, widths: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const [content = 0, window = 0] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      innerWidth,
    ]);
    if (content > window) found.push(width);
  }
  return found;
}
