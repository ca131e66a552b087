import { existsSync, statSync } from "node:fs";
import { printable } from "../src/schemas/printable.ts";
import { politeFetcher } from "../src/workspace/network/fetch-politely.ts";
import {
  fetchChecksums,
  readChecksums,
  type Verified,
  verifyAddress,
  verifyFolder,
} from "../src/workspace/verify-site.ts";
import { exit, fail, readArguments, run } from "./command.ts";

const command = {
  name: "npm run verify",
  help: `
npm run verify -- FOLDER|ADDRESS [options]

Compares a built site, in a folder or as its host serves it, with its checksums in SHA256SUMS. Lists
missing, changed and extra files.

The checksums that a host serves only show that the files belong together: whoever can change the files
can change the checksums too. To see that the site is the one that you built, compare it with your copy
(--against), or with the digest of your SHA256SUMS (--digest), which this command prints.

Options:
  --against PATH    use the checksums of this folder, or this file, instead of the site's own
  --digest DIGEST   also compare SHA256SUMS itself with this SHA-256 digest
  -h, --help        show this help

Exit codes: 0 no difference, 1 there is a difference, or a file could not be read, 2 wrong arguments.
`,
  options: { against: { type: "string" }, digest: { type: "string" } },
  positionals: true,
} as const;

const { values, positionals } = readArguments(command);
const [site = "", ...others] = positionals;
if (site === "" || others.length > 0) fail(command, "give one folder or address");
const isHosted = /^https?:\/\//i.test(site);
if (!isHosted && !statSync(site, { throwIfNoEntry: false })?.isDirectory()) {
  fail(command, `"${site}" is neither a folder nor an address that starts with https://`);
}
if (values.against !== undefined && !existsSync(values.against)) {
  fail(command, `--against is "${values.against}", but there is no such file or folder`);
}
const wanted = values.digest?.trim().toLowerCase();
if (wanted !== undefined && !/^[0-9a-f]{64}$/.test(wanted)) {
  fail(command, `--digest is "${values.digest}", but a SHA-256 digest has 64 hexadecimal digits`);
}

const fetcher = politeFetcher(
  {
    userAgent: "offprint-verify",
    timeout: 60_000,
    attempts: 4,
    backOff: 1000,
    mostWait: 60_000,
    delay: 50,
    mostBytes: 500_000_000,
  },
  (reason) => console.error(reason),
);

let printed = Date.now();
function progress(done: number, all: number): void {
  if (Date.now() - printed < 5000) return;
  printed = Date.now();
  console.error(`${done} of ${all} files compared`);
}

function print(title: string, paths: string[]): void {
  // A host chooses these names, and could write sequences that change what a terminal shows.
  for (const path of paths) console.log(`${title}: ${printable(path)}`);
}

function differences({ missing, changed, extra, unread }: Verified): number {
  print("missing", missing);
  print("changed", changed);
  print("extra", extra);
  print("not read", unread);
  return missing.length + changed.length + extra.length + unread.length;
}

await run(command.name, async () => {
  const { sums, digest } =
    values.against !== undefined
      ? await readChecksums(values.against)
      : isHosted
        ? await fetchChecksums(site, fetcher)
        : await readChecksums(site);
  const found = isHosted
    ? await verifyAddress(site, sums, fetcher, progress)
    : await verifyFolder(site, sums, progress);
  const count = differences(found);
  const isOther = wanted !== undefined && wanted !== digest;
  if (isOther) console.log(`The digest of SHA256SUMS is ${digest}, not ${wanted}.`);
  else console.log(`SHA-256 of SHA256SUMS: ${digest}`);
  console.log(`${found.same} files are the same, ${count} differ`);
  if (isHosted && values.against === undefined && wanted === undefined) {
    console.log(
      "The checksums came from the same host, so they do not show who made the files. Compare the digest with that of your own build: npm run verify -- dist",
    );
  }
  if (isHosted) console.log("Files that the checksums do not name cannot be found on a host.");
  return count === 0 && !isOther ? exit.done : exit.notAll;
});
