import { chromium, type Page } from "playwright-core";
import { mapSize } from "../../src/archive/map/map-point.ts";
import type { MapFile } from "../../src/client/map/map-data.ts";
import { serveFolder } from "../serve-folder.ts";

/** Milliseconds from frame to frame, and those that the map's script took in each. */
export interface FrameTimes {
  frames: number[];
  script: number[];
}

/** Pans and zooms a map of made papers for some seconds each. */
export async function measureMap(
  dist: string,
  count: number,
  executablePath: string,
): Promise<{ pan: FrameTimes; zoom: FrameTimes }> {
  const serving = await serveFolder(dist, { port: 0 });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(timeFrames);
    await page.route("**/explore/map.json", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: madeMap(await response.json(), count) });
    });
    await page.goto(`${serving.address}explore/`);
    await page.waitForSelector("#map.live canvas");
    const zoom = await timed(page, 3000, async (at, step) => {
      await page.mouse.move(at.x, at.y);
      await page.mouse.wheel(0, step % 40 < 20 ? -40 : 40);
    });
    await page.click("[data-act=zoom-in]");
    const pan = await timed(page, 3000, async (at, step) => {
      if (step === 0) {
        await page.mouse.move(at.x, at.y);
        await page.mouse.down();
      }
      await page.mouse.move(at.x + 120 * Math.sin(step / 9), at.y + 90 * Math.cos(step / 7));
    });
    return { pan, zoom };
  } finally {
    await browser.close();
    await serving.close();
  }
}

/** Papers in round groups, as PaCMAP makes them. The same count gives the same places. */
export function madeMap(data: MapFile, count: number): MapFile {
  let state = 1;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const spread = () => random() + random() + random() - 1.5;
  const families = Math.max(...data.family) + 1;
  const centres = Array.from({ length: 40 }, () => ({ x: random(), y: random() }));
  const papers = Array.from({ length: count }, () => {
    const group = Math.floor(random() * centres.length);
    const { x, y } = centres[group] ?? { x: 0, y: 0 };
    const inside = (at: number, size: number) =>
      Math.round(Math.min(size - 20, Math.max(20, at * size + spread() * 70)));
    return { group, x: inside(x, mapSize.width), y: inside(y, mapSize.height) };
  });
  const repeated = <T>(values: readonly T[], otherwise: T) =>
    papers.map((_, paper) => values[paper % values.length] ?? otherwise);
  return {
    ...data,
    x: papers.map(({ x }) => x),
    y: papers.map(({ y }) => y),
    family: papers.map(({ group }) => group % families),
    topic: repeated(data.topic, -1),
    title: repeated(data.title, ""),
    date: repeated(data.date, ""),
    address: repeated(data.address, ""),
  };
}

async function timed(
  page: Page,
  milliseconds: number,
  act: (middle: { x: number; y: number }, step: number) => Promise<void>,
): Promise<FrameTimes> {
  const box = await page.locator("#map").boundingBox();
  if (!box) throw new Error("The page has no map.");
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.evaluate("frameTimes.start()");
  const end = performance.now() + milliseconds;
  for (let step = 0; performance.now() < end; step += 1) await act(middle, step);
  const times: FrameTimes = await page.evaluate("frameTimes.stop()");
  await page.mouse.up();
  return times;
}

/** Runs in the page: measures each frame, and what is done in it. */
function timeFrames(): void {
  const request = requestAnimationFrame.bind(window);
  let times: FrameTimes | undefined;
  let last = 0;
  let inFrame = 0;
  window.requestAnimationFrame = (callback) =>
    request((now) => {
      const started = performance.now();
      callback(now);
      inFrame += performance.now() - started;
    });
  const watch = (now: number) => {
    if (!times) return;
    if (last > 0) {
      times.frames.push(now - last);
      // Frames without a movement have nothing to draw.
      if (inFrame > 0) times.script.push(inFrame);
    }
    inFrame = 0;
    last = now;
    request(watch);
  };
  Object.assign(window, {
    frameTimes: {
      start: () => {
        times = { frames: [], script: [] };
        last = 0;
        request(watch);
      },
      stop: () => {
        const found = times;
        times = undefined;
        return found;
      },
    },
  });
}
