import { build } from "astro";
import { openAsFiles, relativeAddresses } from "../src/astro/integrations/as-files.ts";
import { takeReport, watchPages } from "../src/astro/integrations/build-report.ts";
import { describeMessages } from "../src/workspace/describe-messages.ts";

/** Where a build goes and under which path the site will lie; both have defaults in the settings. */
export interface BuildOptions {
  root: string;
  outDir?: string;
  base?: string;
  /** Where it is published, for canonical addresses. */
  address?: string;
  /** Makes a site that can be opened as files in a folder; it lies under "/". */
  asFiles?: boolean;
  /** Prints every message, not only some of each kind. */
  verbose?: boolean;
}

const linesEvery = 10_000;

/**
 * Makes the pages and the search index from the entries, and says how far it is. False where
 * something could not be shown; it has been printed then.
 */
export async function buildSite({
  root,
  outDir,
  base,
  address,
  asFiles = false,
  verbose = false,
}: BuildOptions): Promise<boolean> {
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  const started = performance.now();
  const live = process.stdout.isTTY && !process.env["CI"];
  let lastLine = started;
  console.log("Building the pages and the search index…");
  watchPages((pages) => {
    const now = performance.now();
    if (live && pages % 20 === 0) process.stdout.write(`\r${pages} pages `);
    else if (!live && now - lastLine > linesEvery) {
      lastLine = now;
      console.log(`${pages} pages so far`);
    }
  });
  if (asFiles) openAsFiles();
  await build({
    root,
    ...(asFiles ? { integrations: [relativeAddresses()] } : {}),
    ...(address === undefined ? {} : { site: address }),
    ...(outDir === undefined ? {} : { outDir }),
    ...(asFiles ? { base: "/" } : base === undefined ? {} : { base }),
    logLevel: "warn",
  });
  const { messages, pages } = takeReport();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${live ? "\r" : ""}${pages} pages in ${seconds} s, in ${outDir ?? "dist/"}`);
  if (messages.length > 0) console.error(describeMessages(messages, { verbose }));
  return !messages.some(({ severity }) => severity === "error");
}
