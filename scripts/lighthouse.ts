import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { counted, exit, fail, readArguments, run } from "./command.ts";
import { findChromium } from "./find-chromium.ts";
import { baseOf, type KindOfPage, kindsOfPage } from "./lighthouse/kinds-of-page.ts";
import { bars, categories, type Measured, measurePage } from "./lighthouse/measure-page.ts";
import { serveCompressed } from "./lighthouse/serve-compressed.ts";

const command = {
  name: "npm run lighthouse",
  help: `
npm run lighthouse [-- FOLDER] [options]

Measures one page of every kind with Lighthouse, as on a phone with a slow network, in headless Chromium:
the heaviest page of each kind. Prints the scores, and what costs a page points. FOLDER is a built site;
without it, this builds your archive in .cache/lighthouse. It takes about ten seconds a page.

A page passes with 100 for accessibility, 100 for best practices and at least 98 for performance.

Options:
  --page ADDRESS  measure only this page, such as explore/ (may be given more than once)
  -h, --help      show this help

Exit codes: 0 every page passes, 1 a page does not, or could not be measured, 2 wrong arguments.
`,
  options: { page: { type: "string", multiple: true } },
  positionals: true,
} as const;

const { values, positionals } = readArguments(command);
const [given, ...others] = positionals;
if (others.length > 0) fail(command, "give one folder");
if (given !== undefined && !existsSync(join(given, "404.html"))) {
  fail(command, `"${given}" is not the folder of a built site: it has no 404.html`);
}

await run(command.name, async () => {
  const folder = resolve(given ?? ".cache/lighthouse");
  if (given === undefined && !build(folder)) return exit.notAll;
  const pages = values.page?.map((page) => pageAt(folder, page)) ?? kindsOfPage(folder);
  const serving = await serveCompressed(folder, baseOf(folder));
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ["--no-sandbox", `--remote-debugging-port=${port}`],
  });
  const width = Math.max(...pages.map(({ address }) => address.length + 1));
  console.log(`${"".padEnd(width)}  ${categories.join("  ")}`);
  let below = 0;
  try {
    for (const { address } of pages) {
      const measured = await measurePage(serving.address + address, port);
      console.log(lineOf(`/${address}`.padEnd(width), measured));
      if (categories.some((category) => measured.scores[category] < bars[category])) below += 1;
    }
  } finally {
    await browser.close();
    await serving.close();
  }
  const outcome = below === 0 ? "all pass" : `${below} below the bars`;
  console.log(`${counted(pages.length, "page")} measured, ${outcome}`);
  return below === 0 ? exit.done : exit.notAll;
});

function build(folder: string): boolean {
  const built = spawnSync(process.execPath, ["scripts/build.ts", "--out", folder], {
    stdio: "inherit",
  });
  // A site that lacks what could not be read is built, too, and can be measured.
  return built.status === exit.done || existsSync(join(folder, "404.html"));
}

function pageAt(folder: string, page: string): KindOfPage {
  const address = page.replace(/^\//, "");
  const file = join(
    folder,
    address.replace(/\?.*$/, ""),
    address.endsWith(".html") ? "" : "index.html",
  );
  if (!existsSync(file)) fail(command, `--page is "${page}", but the site has no such page`);
  return { kind: address, address };
}

function lineOf(name: string, { scores, faults }: Measured): string {
  const cells = categories.map((category) => `${scores[category]}`.padStart(category.length));
  return [`${name}  ${cells.join("  ")}`, ...faults.map((fault) => `    ${fault}`)].join("\n");
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "localhost", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}
