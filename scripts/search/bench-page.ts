import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "playwright-core";
import { serveFolder } from "../serve-folder.ts";
import { benchQueries as queries } from "./bench-queries.ts";

/** The bytes of some files: as they were sent, and uncompressed where the server compresses them. */
export interface Loaded {
  sent: number;
  whole: number;
  files: number;
}

/** The cost of one query: bytes on the wire, and milliseconds until its results are painted. */
export interface QueryCost {
  query: string;
  bytes: number;
  /** What was loaded, by kinds of files. */
  kinds: Map<string, Loaded>;
  milliseconds: number;
  papers: number;
}

/** What queries cost on the search page. */
export interface PageCosts {
  /** Bytes of the search page itself, before anything is typed. */
  page: number;
  first: QueryCost;
  later: QueryCost[];
  /**
   * Each query by its address in a browser that knows nothing of the site, from the start of the navigation
   * until the first results are painted.
   */
  opened: QueryCost[];
  /** Each query again, with nothing left to load. */
  warm: QueryCost[];
  /** Paths of the search that another page loaded. */
  before: string[];
}

/** Measures queries on the search page of a built site in Chromium. */
export async function measurePage(folder: string, executablePath: string): Promise<PageCosts> {
  compressTexts(folder);
  const serving = await serveFolder(folder, { port: 0, compressed: true });
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    // A service worker would load files in the background.
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    const bytes = await countBytes(page);
    const requested: string[] = [];
    page.on("request", (request) => requested.push(new URL(request.url()).pathname));
    await page.goto(serving.address, { waitUntil: "networkidle" });
    const before = requested.filter((path) => /pagefind|search/.test(path));
    await page.goto(`${serving.address}search/`, { waitUntil: "networkidle" });
    const pageBytes = sentOf(bytes.take("search.astro")) + sentOf(bytes.take("search/"));
    bytes.take();
    const cold: QueryCost[] = [];
    for (const query of queries) cold.push(await ask(page, query, bytes));
    const warm: QueryCost[] = [];
    for (let round = 0; round < 3; round += 1) {
      for (const query of queries) warm.push(await ask(page, query, bytes));
    }
    const opened: QueryCost[] = [];
    for (const query of queries) opened.push(await open(browser, serving.address, query));
    const [first, ...later] = cold;
    if (!first) throw new Error("There are no queries.");
    return {
      page: pageBytes,
      first: { ...first, bytes: first.bytes + pageBytes },
      later,
      opened,
      warm,
      before,
    };
  } finally {
    await browser?.close();
    await serving.close();
  }
}

/** Compresses the texts of a site beside them, as hosts send them. */
function compressTexts(folder: string): void {
  for (const path of globSync("**/*.{html,css,js,json,svg,webmanifest}", { cwd: folder })) {
    const file = join(folder, path);
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)));
  }
}

interface ByteCount {
  /** What was loaded since the last call from addresses that contain a text, by kinds of files. */
  take: (holding?: string) => Map<string, Loaded>;
}

async function countBytes(page: Page): Promise<ByteCount> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const addresses = new Map<string, string>();
  const wholes = new Map<string, number>();
  let loaded: { address: string; sent: number; whole: number }[] = [];
  session.on("Network.responseReceived", ({ requestId, response }) => {
    addresses.set(requestId, response.url);
  });
  session.on("Network.dataReceived", ({ requestId, dataLength }) => {
    wholes.set(requestId, (wholes.get(requestId) ?? 0) + dataLength);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const address = addresses.get(requestId) ?? "";
    loaded.push({ address, sent: encodedDataLength, whole: wholes.get(requestId) ?? 0 });
  });
  return {
    take: (holding = "") => {
      const kinds = new Map<string, Loaded>();
      for (const { address, sent, whole } of loaded) {
        if (!address.includes(holding)) continue;
        const kind = kindOf(new URL(address).pathname);
        const sum = kinds.get(kind) ?? { sent: 0, whole: 0, files: 0 };
        kinds.set(kind, { sent: sum.sent + sent, whole: sum.whole + whole, files: sum.files + 1 });
      }
      loaded = loaded.filter(({ address }) => !address.includes(holding));
      return kinds;
    },
  };
}

const extensions = new Map([
  ["js", "scripts"],
  ["css", "styles"],
  ["woff2", "fonts"],
  ["bin", "index"],
  ["pf_index", "index"],
]);

function kindOf(path: string): string {
  if (path.endsWith("/")) return "page";
  if (path.endsWith("archive.bin")) return "archive.bin";
  return extensions.get(path.split(".").at(-1) ?? "") ?? "others";
}

function sentOf(kinds: ReadonlyMap<string, Loaded>): number {
  return [...kinds.values()].reduce((sum, { sent }) => sum + sent, 0);
}

/** Opens a query by its address, with an empty cache. */
async function open(browser: Browser, address: string, query: string): Promise<QueryCost> {
  const context = await browser.newContext({ serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    const bytes = await countBytes(page);
    await page.addInitScript(() => {
      const observer = new MutationObserver(() => {
        const status = document.querySelector("#search-status")?.textContent ?? "";
        const isShown = document.querySelector("#search-results > li") !== null;
        if (!isShown && !status.startsWith("No paper")) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => performance.mark("results-painted")));
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${address}search/?q=${encodeURIComponent(query)}`);
    const painted = await page.waitForFunction(
      () => performance.getEntriesByName("results-painted")[0]?.startTime,
    );
    const milliseconds = (await painted.jsonValue()) ?? 0;
    await page.waitForLoadState("networkidle");
    const papers = await page.locator("#search-results > li").count();
    const kinds = bytes.take();
    return { query, bytes: sentOf(kinds), kinds, milliseconds, papers };
  } finally {
    await context.close();
  }
}

/** Sets the query and waits for the frame in which its results are painted. */
async function ask(page: Page, query: string, bytes: ByteCount): Promise<QueryCost> {
  // Timed in the page, without the connection to the browser.
  const { milliseconds, papers } = await page.evaluate(async (text) => {
    const input = document.querySelector<HTMLInputElement>("#search-input");
    const list = document.querySelector("#search-results");
    const status = document.querySelector("#search-status");
    if (!input?.form || !list || !status) throw new Error("This is not a search page.");
    status.textContent = "";
    const done = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!status.textContent || status.textContent.startsWith("Loading")) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(resolve));
      });
      observer.observe(status, { childList: true, characterData: true, subtree: true });
    });
    const started = performance.now();
    input.value = text;
    input.form.requestSubmit();
    await done;
    return { milliseconds: performance.now() - started, papers: list.childElementCount };
  }, query);
  // Some requests end after the results are painted.
  await page.waitForTimeout(300);
  const kinds = bytes.take();
  return { query, bytes: sentOf(kinds), kinds, milliseconds, papers };
}
