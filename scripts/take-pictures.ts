import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import sharp from "sharp";
import { exit, readArguments, run } from "./command.ts";
import { copyEngine } from "./copy-engine.ts";
import { findChromium } from "./find-chromium.ts";
import { serveFolder } from "./serve-folder.ts";

const command = {
  name: "npm run docs:pictures",
  help: `
npm run docs:pictures

Builds the site of the sample archive in .cache/pictures, and takes the pictures of the README in
headless Chromium: docs/pictures/home.webp, paper.webp, search.webp and map.webp.

Options:
  -h, --help      show this help
`,
  options: {},
} as const;

/** A picture: the page's address, and what must be on it before the picture is taken. */
interface Picture {
  name: string;
  address: string;
  shows: string;
  /** How far the page is scrolled, in CSS pixels. */
  scrolled?: number;
}

const pictures: Picture[] = [
  { name: "home", address: "", shows: ".papers li" },
  {
    name: "paper",
    address: "papers/best-of-majority-minimax-optimal-strategy-for-pass/",
    shows: ".abstract .katex",
  },
  { name: "search", address: "search/?q=reinforcement+learning", shows: "#search-results li" },
  { name: "map", address: "explore/", shows: "#map.live canvas", scrolled: 110 },
];

const sample = "daily-papers-11-13.txt";
// The README shows them at 420 pixels wide; opened, they are as large as a laptop's screen.
const size = { width: 1200, height: 800 };
const scale = 1.5;

readArguments(command);

await run(command.name, async () => {
  const root = process.cwd();
  const archive = join(root, ".cache/pictures");
  copyEngine(root, archive);
  copyFileSync(join(root, "tests/fixtures", sample), join(archive, "seeds", sample));
  const build = spawnSync(process.execPath, ["scripts/build.ts"], {
    cwd: archive,
    stdio: "inherit",
  });
  if (build.status !== exit.done) return exit.notAll;
  const serving = await serveFolder(join(archive, "dist"), { port: 0 });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ["--no-sandbox"],
  });
  try {
    const page = await browser.newPage({
      viewport: size,
      deviceScaleFactor: scale,
      colorScheme: "light",
      // A service worker would load the whole site in the background.
      serviceWorkers: "block",
    });
    const folder = join(root, "docs/pictures");
    mkdirSync(folder, { recursive: true });
    for (const picture of pictures) {
      const bytes = await take(page, serving.address, picture);
      writeFileSync(join(folder, `${picture.name}.webp`), bytes);
      console.log(`docs/pictures/${picture.name}.webp: ${bytes.length.toLocaleString("en")} bytes`);
    }
  } finally {
    await browser.close();
    await serving.close();
  }
  return exit.done;
});

async function take(page: Page, site: string, wanted: Picture): Promise<Buffer> {
  const { address, shows, scrolled = 0 } = wanted;
  await page.goto(site + address);
  // SVG shapes may have no box of their own. Then they never count as visible.
  await page.waitForSelector(shows, { state: "attached" });
  await page.evaluate(async (top) => {
    await document.fonts.ready;
    scrollTo({ top, behavior: "instant" });
  }, scrolled);
  const picture = await page.screenshot({ animations: "disabled" });
  return sharp(picture).webp({ quality: 85 }).toBuffer();
}
