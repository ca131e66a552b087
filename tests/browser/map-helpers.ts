import type { Page } from "playwright-core";
import sharp from "sharp";

/** A picture of the map once it no longer changes: it is drawn in the frames after a change. */
export async function drawn(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const picture = () => page.locator("#map canvas").screenshot();
  let last = await picture();
  for (let turn = 0; turn < 50; turn++) {
    await page.waitForTimeout(100);
    const next = await picture();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error("The map does not come to rest.");
}

/** Whether nobody sees a difference: the browser rounds the edges of what it draws anew by a shade. */
export async function looksLike(one: Buffer, other: Buffer): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((picture) => sharp(picture).raw().toBuffer()));
  if (!a || !b || a.length !== b.length) return false;
  return a.every((shade, at) => Math.abs(shade - (b[at] ?? 0)) <= 2);
}

/** The papers' positions on the screen, in pixels. */
export async function positionsOn(page: Page) {
  await page.waitForSelector("#map.live");
  await page.locator("#map").scrollIntoViewIfNeeded();
  const box = await page.locator("#map").boundingBox();
  if (!box) throw new Error("The page has no map.");
  const load = <T>(name: "papers" | "texts"): Promise<T> =>
    page.evaluate(
      `fetch(document.querySelector("#map").dataset.${name}).then((answer) => answer.json())`,
    );
  const data = await load<{ x: number[]; y: number[] }>("papers");
  const { title: titles } = await load<{ title: string[] }>("texts");
  // Inside the border; on its side where it is higher than wide.
  const [left, top, width, height] = [box.x + 1, box.y + 1, box.width - 2, box.height - 2];
  return titles.map((title, paper) => {
    const [x, y] = [(data.x[paper] ?? 0) / 1000, (data.y[paper] ?? 0) / 720];
    return width < height
      ? { title, x: left + y * width, y: top + x * height }
      : { title, x: left + x * width, y: top + y * height };
  });
}

/** How much of the canvas is painted in a colour of the legend, in pixels. */
export const paintedIn = (page: Page, family: number) =>
  page.evaluate((index) => {
    const canvas = document.querySelector<HTMLCanvasElement>("#map canvas");
    const swatch = document.querySelectorAll(".families .swatch path")[index];
    const data =
      canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const [red, green, blue] = (swatch ? getComputedStyle(swatch).stroke : "").match(/\d+/g) ?? [];
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (
        data[at] === Number(red) &&
        data[at + 1] === Number(green) &&
        data[at + 2] === Number(blue)
      )
        count += 1;
    }
    return count;
  }, family);

/** The titles in the list beside the map. */
export const listed = (page: Page) => page.locator("#map-papers li a").allTextContents();
