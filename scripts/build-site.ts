import { build } from "astro";
import { openAsFiles, relativeAddresses } from "../src/astro/integrations/as-files.ts";
import { takeReport, watchPages } from "../src/astro/integrations/build-report.ts";
import { defined } from "../src/schemas/defined.ts";
import { describeMessages } from "../src/workspace/describe-messages.ts";

/** Options of a build. Folder, base path and address default to the settings. */
export interface BuildOptions {
  root: string;
  outDir?: string;
  base?: string;
  /** The address of the published site, for canonical links. */
  address?: string;
  /** Makes a site that opens from a folder of files without a server; its base path is "/". */
  asFiles?: boolean;
  /** Prints all messages, not only the first ones of each rule. */
  verbose?: boolean;
}

const linesEvery = 10_000;

/**
 * Builds the pages and the search index from the entries, and prints its progress. False if there
 * were errors, which have been printed.
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
  // A value from a test runner or a shell would make Astro build a preview for development.
  process.env["NODE_ENV"] = "production";
  await build({
    root,
    ...(asFiles ? { integrations: [relativeAddresses()] } : {}),
    ...defined({ site: address, outDir, base: asFiles ? "/" : base }),
    logLevel: "warn",
  });
  const { messages, pages } = takeReport();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${live ? "\r" : ""}${pages} pages in ${seconds} s, in ${outDir ?? "dist/"}`);
  if (messages.length > 0) console.error(describeMessages(messages, { verbose }));
  return !messages.some(({ severity }) => severity === "error");
}
