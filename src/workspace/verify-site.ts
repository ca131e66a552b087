import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sumsFile } from "./built-files.ts";
import {
  type Checksums,
  digestOf,
  digestOfFile,
  parseChecksums,
  publishedFiles,
} from "./checksums.ts";
import { FetchError, type Fetcher } from "./network/fetch-politely.ts";

/** How a site differs from checksums. All lists are empty if it does not. */
export interface Verified {
  /** How many files are as they should be. */
  same: number;
  missing: string[];
  changed: string[];
  /** Files that the checksums do not name. Of a hosted site they cannot be known. */
  extra: string[];
  /**
   * Files and folders that could not be read, with the reason. Symbolic links are among them: what they
   * lead to is not part of the site.
   */
  unread: string[];
}

/** Reads the checksums of a folder or a file. Throws an error if they cannot be used. */
export async function readChecksums(
  folderOrFile: string,
): Promise<{ sums: Checksums; digest: string }> {
  const isFolder = statSync(folderOrFile).isDirectory();
  const file = isFolder ? join(folderOrFile, sumsFile) : folderOrFile;
  if (!existsSync(file)) {
    throw new Error(
      `${folderOrFile} has no ${sumsFile}. Sites that npm run build made have one; it may have been deleted`,
    );
  }
  return checksumsOf(file, await readFile(file));
}

/** Fetches the checksums of a hosted site. */
export async function fetchChecksums(
  address: string,
  fetcher: Fetcher,
): Promise<{ sums: Checksums; digest: string }> {
  const url = addressOf(address, sumsFile);
  const { bytes } = await fetcher({ url, accept: "*/*" });
  return checksumsOf(url, bytes);
}

function checksumsOf(name: string, bytes: Uint8Array): { sums: Checksums; digest: string } {
  const { sums, badLines } = parseChecksums(new TextDecoder().decode(bytes));
  const [bad] = badLines;
  if (bad !== undefined)
    throw new Error(`${name} is not a list of checksums: line ${bad} is not one`);
  if (sums.size === 0) throw new Error(`${name} has no checksums`);
  return { sums, digest: digestOf(bytes) };
}

/** Called with the number of files that have been compared, and of all. */
export type Progress = (done: number, all: number) => void;

/** Compares the files of a folder with checksums. */
export async function verifyFolder(
  folder: string,
  sums: Checksums,
  progress: Progress,
): Promise<Verified> {
  const { files, unread } = publishedFiles(folder);
  const there = new Set(files);
  const extra = files.filter((path) => !sums.has(path));
  const left = new Set(unread.map(({ path }) => path));
  const wanted = new Map([...sums].filter(([path]) => !left.has(path)));
  const found = await compare(wanted, progress, async (path) =>
    there.has(path) ? digestOfFile(join(folder, path)) : undefined,
  );
  const reasons = unread.map(({ path, reason }) => `${path === "" ? folder : path} (${reason})`);
  return { ...found, extra, unread: [...reasons, ...found.unread] };
}

/** Files that hosts use themselves and do not serve. */
const ofHosts = /^(?:_headers|_redirects|\.nojekyll|CNAME)$/;

/** Compares the files that a host serves with checksums. */
export async function verifyAddress(
  address: string,
  sums: Checksums,
  fetcher: Fetcher,
  progress: Progress,
): Promise<Verified> {
  const served = new Map([...sums].filter(([path]) => !ofHosts.test(path)));
  return compare(served, progress, async (path) => {
    try {
      const { bytes } = await fetcher({ url: addressOf(address, path), accept: "*/*" });
      return digestOf(bytes);
    } catch (error) {
      if (error instanceof FetchError && (error.status === 404 || error.status === 410))
        return undefined;
      throw error;
    }
  });
}

/** `digest` gives undefined for a file that is not there. */
async function compare(
  sums: Checksums,
  progress: Progress,
  digest: (path: string) => Promise<string | undefined>,
): Promise<Verified> {
  const found: Verified = { same: 0, missing: [], changed: [], extra: [], unread: [] };
  let done = 0;
  for (const [path, wanted] of sums) {
    try {
      const actual = await digest(path);
      if (actual === undefined) found.missing.push(path);
      else if (actual === wanted) found.same += 1;
      else found.changed.push(path);
    } catch (error) {
      found.unread.push(`${path} (${error instanceof Error ? error.message : String(error)})`);
    }
    done += 1;
    progress(done, sums.size);
  }
  return found;
}

/** The address of a file of a site. A page is asked for by its folder, as readers do. */
function addressOf(address: string, path: string): string {
  const root = address.endsWith("/") ? address : `${address}/`;
  const page = path.replace(/(^|\/)index\.html$/, "$1");
  return new URL(page.split("/").map(encodeURIComponent).join("/"), root).href;
}
