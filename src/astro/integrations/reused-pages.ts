import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { RouteType } from "astro";
import {
  giveFile,
  type LastPages,
  type PageRecord,
  type PagesRecord,
} from "../../workspace/unchanged/last-pages.ts";
import { countKeptPages, reportMessages } from "./build-report.ts";
import { keptFiles } from "./kept-files.ts";
import { fileOf, plain } from "./page-file.ts";
import { type PageTrace, valueVersions } from "./page-trace.ts";

/** A page as Astro knows it before it is made. */
export interface PagePath {
  pathname: string;
  /** The digest of its props. */
  cacheKey?: string;
  route: { type: RouteType; pathname?: string | undefined };
}

/** A value that a page read: its name, its key and its digest. */
type Read = PagesRecord["reads"][number];

/** Which pages of a site are those of the last one, and how the others were made. */
export class ReusedPages {
  readonly #last: LastPages | undefined;
  readonly #kept = new Map<string, PageRecord>();
  readonly #values = new KnownValues();
  readonly #made = new Map<string, MadePage>();
  readonly #others = new Map<string, { page: PageRecord; reads: PagesRecord["reads"] }>();
  #assets = "";

  constructor(last: LastPages | undefined) {
    this.#last = last;
  }

  /** The pages that have to be made. The new site in a folder is given the files of the others. */
  async leaveOutSame<P extends PagePath>(paths: readonly P[], folder: string): Promise<P[]> {
    this.#assets = digestOfAssets(folder);
    const last = this.#last;
    if (last?.assets !== this.#assets) return [...paths];
    const sameAs = await samePages(last, paths);
    const left: P[] = [];
    let pages = 0;
    for (const path of paths) {
      const file = fileOf(path);
      const known = sameAs(path);
      if (known === undefined || !giveFile(file, last.folder, folder)) {
        left.push(path);
        continue;
      }
      this.#kept.set(file, known);
      keptFiles()?.paths.add(file);
      pages += known.pages;
      reportMessages(known.messages ?? []);
    }
    countKeptPages(pages);
    return left;
  }

  /** Notes how a page was made. */
  noteMade(path: PagePath, trace: PageTrace): void {
    // Another process may have left it.
    this.#others.delete(fileOf(path));
    const props = propsOf(path);
    if (props === undefined || trace.isUntraceable) return;
    const { pages, messages } = trace;
    const some = messages.length > 0 ? { messages } : {};
    const reads = this.#values.placesOf(trace);
    this.#made.set(fileOf(path), { props, reads, pages, ...some });
  }

  /** Takes what another process noted of pages that it made for the same site. */
  addMade({ reads, pages }: PagesRecord): void {
    for (const [file, page] of Object.entries(pages)) this.#others.set(file, { page, reads });
  }

  /** How all pages of the site in a folder were made, now or before. */
  async record(frame: string, folder: string): Promise<PagesRecord> {
    const reads = new ReadList();
    const pages: [string, PageRecord][] = [];
    const present = await this.#values.present();
    for (const [file, made] of this.#made) {
      const values = [...made.reads].map((at) => present[at]);
      if (!values.every((value) => value !== undefined) || !existsSync(join(folder, file)))
        continue;
      pages.push([file, { ...made, reads: values.map((value) => reads.placeOf(value)) }]);
    }
    const again = (file: string, page: PageRecord, all: PagesRecord["reads"]) => {
      const places = page.reads.flatMap((at) => {
        const one = all[at];
        return one ? [reads.placeOf(one)] : [];
      });
      pages.push([file, { ...page, reads: places }]);
    };
    for (const [file, page] of this.#kept) again(file, page, this.#last?.reads ?? []);
    for (const [file, { page, reads: all }] of this.#others) again(file, page, all);
    return { frame, assets: this.#assets, reads: reads.all, pages: Object.fromEntries(pages) };
  }
}

/** Makes a function that finds how a page was made in the last site, if it would be the same now. */
async function samePages(
  last: PagesRecord,
  paths: readonly PagePath[],
): Promise<(path: PagePath) => PageRecord | undefined> {
  const same = await sameReads(last.reads);
  const twice = pathsTakenTwice(paths);
  return (path) => {
    const known = last.pages[fileOf(path)];
    const isSame =
      known?.props === propsOf(path) &&
      !twice.has(plain(path.pathname)) &&
      known?.reads.every((at) => same[at] === true);
    return isSame ? known : undefined;
  };
}

/**
 * Whether a site with these pages would have the files of the last one. Its scripts and styles, whose names pages have, are
 * in a folder.
 */
export async function areSamePages(
  last: PagesRecord,
  paths: readonly PagePath[],
  folder: string,
): Promise<boolean> {
  if (last.assets !== digestOfAssets(folder)) return false;
  if (paths.length !== Object.keys(last.pages).length) return false;
  const sameAs = await samePages(last, paths);
  return paths.every((path) => sameAs(path) !== undefined);
}

/** How a page was made. What it read are places in the list of values: a large archive has very many pages. */
type MadePage = Omit<PageRecord, "reads"> & { reads: Uint32Array };

/** The names and keys of values that pages read, each once. */
class KnownValues {
  readonly #all: [name: string, key: string][] = [];
  readonly #places = new Map<string, Map<string, number>>();

  /** The places of all that a page read. */
  placesOf({ reads }: PageTrace): Uint32Array {
    const places: number[] = [];
    for (const [name, keys] of reads) {
      const ofName = this.#places.get(name) ?? new Map<string, number>();
      this.#places.set(name, ofName);
      for (const key of keys) {
        const place = ofName.get(key) ?? this.#all.push([name, key]) - 1;
        ofName.set(key, place);
        places.push(place);
      }
    }
    return Uint32Array.from(places);
  }

  /** All values as they are now; undefined in the place of one that has no digest. */
  async present(): Promise<(Read | undefined)[]> {
    const versions = valueVersions();
    const present: (Read | undefined)[] = [];
    for (const [name, key] of this.#all) {
      const digest = await versions.get(name)?.(key);
      present.push(digest === undefined ? undefined : [name, key, digest]);
    }
    return present;
  }
}

/** Values that pages read, each once. */
class ReadList {
  readonly all: Read[] = [];
  readonly #places = new Map<string, number>();

  /** The place of a value in the list. */
  placeOf(read: Read): number {
    const [name, key] = read;
    const id = `${name}\0${key}`;
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    this.#places.set(id, this.all.length);
    return this.all.push(read) - 1;
  }
}

/** Which values are the same now. One of code that no route has loaded cannot be compared. */
async function sameReads(reads: readonly Read[]): Promise<boolean[]> {
  const versions = valueVersions();
  const same: boolean[] = [];
  for (const [name, key, digest] of reads) {
    const now = await versions
      .get(name)?.(key)
      .catch(() => undefined);
    same.push(now === digest);
  }
  return same;
}

/** Of two pages at one address, Astro makes the first and warns of the other. */
function pathsTakenTwice(paths: readonly PagePath[]): Set<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const { pathname } of paths) {
    const path = plain(pathname);
    (once.has(path) ? twice : once).add(path);
  }
  return twice;
}

/** The digest of a page's props. A page without a key, but for one that can have no props, has none. */
function propsOf({ cacheKey, route }: PagePath): string | undefined {
  return route.pathname === undefined ? cacheKey : "";
}

/** A digest of the names of the scripts, styles and fonts that pages may name, which change with their content. */
function digestOfAssets(folder: string): string {
  const assets = join(folder, "_astro");
  const names = existsSync(assets) ? readdirSync(assets) : [];
  const ofPages = names.filter((name) => /\.(?:js|css|woff2)$/.test(name)).sort();
  return createHash("sha256").update(ofPages.join("\n")).digest("hex");
}
