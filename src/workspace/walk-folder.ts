import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { whyUnread } from "./why-unread.ts";

/** A file or folder that is there and cannot be read. */
export interface Unread {
  /** Relative to the folder, with `/`. */
  path: string;
  /** Why, as the end of a sentence. */
  reason: string;
  /** Whether it is a folder, of whose files nothing is known. */
  isFolder: boolean;
}

/** What a folder has. */
export interface Walked {
  /** Relative to the folder, with `/`, sorted. */
  files: string[];
  unread: Unread[];
}

/** The calls by which a folder is walked. Tests replace them to make them fail. */
export interface FolderReader {
  list: (path: string) => Dirent<Buffer>[];
  stat: (path: string) => { isFile: () => boolean; isDirectory: () => boolean };
  realPath: (path: string) => string;
}

const onDisk: FolderReader = {
  list: (path) => readdirSync(path, { withFileTypes: true, encoding: "buffer" }),
  stat: statSync,
  // The system does in one call what Node does in one for each folder of the path.
  realPath: (path) => realpathSync.native(path),
};

interface WalkOptions {
  /** Whether files and folders that symbolic links lead to are read. */
  followLinks: boolean;
  /** Names of files and folders that are left out without a word. */
  skip?: (name: string) => boolean;
  /** Called with the path of each link to a folder, even if the folder is read by another path. */
  onLinkedFolder?: (path: string) => void;
  reader?: FolderReader;
}

/**
 * Finds all files under a folder; none if there is no such folder. Everything that is there is either
 * a file, left out by its name, or reported as unread. A folder is read once, however many links lead
 * to it.
 */
export function walkFolder(folder: string, options: WalkOptions): Walked {
  const walk = new Walk(folder, options);
  if (exists(folder)) walk.start();
  const { files, unread } = walk.found;
  return { files: files.sort(), unread: unread.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

class Walk {
  readonly found: Walked = { files: [], unread: [] };
  readonly #folder: string;
  readonly #options: Required<WalkOptions>;
  readonly #seen = new Set<string>();
  /** The real path of the folder itself. */
  #top: string | undefined;
  /** Folders behind links. They come last, so that a file has its path without a link if it has one. */
  readonly #linked: string[] = [];

  constructor(folder: string, options: WalkOptions) {
    this.#folder = folder;
    this.#options = { skip: () => false, onLinkedFolder: () => {}, reader: onDisk, ...options };
  }

  start(): void {
    this.#read("");
    for (let path = this.#linked.shift(); path !== undefined; path = this.#linked.shift()) {
      this.#read(path);
    }
  }

  #read(path: string): void {
    const { reader, followLinks } = this.#options;
    const work = () => {
      const here = join(this.#folder, path);
      // Without links, no folder comes twice.
      if (followLinks && !this.#isNew(path, reader.realPath(here))) return;
      for (const entry of reader.list(here)) this.#visit(path, entry);
    };
    this.#attempt(path, work, true);
  }

  /** Whether a folder has not been read by another path. */
  #isNew(path: string, real: string): boolean {
    if (this.#seen.has(real)) return false;
    this.#top ??= `${this.#options.reader.realPath(this.#folder)}${sep}`;
    if (path !== "" && this.#top.startsWith(`${real}${sep}`)) {
      this.#leave(path, "its link leads to a folder around this one", true);
      return false;
    }
    this.#seen.add(real);
    return true;
  }

  #visit(parent: string, entry: Dirent<Buffer>): void {
    const { followLinks, skip } = this.#options;
    const { name, isValid } = nameOf(entry);
    if (skip(name)) return;
    const path = parent === "" ? name : `${parent}/${name}`;
    if (!isValid) this.#leave(path, "its name is not valid UTF-8", entry.isDirectory());
    else if (entry.isSymbolicLink() && !followLinks) this.#leave(path, "it is a symbolic link");
    else this.#attempt(path, () => this.#take(path, entry));
  }

  #take(path: string, entry: Dirent<Buffer>): void {
    const isLink = entry.isSymbolicLink();
    const { stat } = this.#options.reader;
    const kind = isLink ? stat(join(this.#folder, path)) : entry;
    if (kind.isFile()) this.found.files.push(path);
    else if (!kind.isDirectory()) this.#leave(path, "it is a pipe, a socket or a device");
    else if (isLink) {
      this.#options.onLinkedFolder(path);
      this.#linked.push(path);
    } else this.#read(path);
  }

  #attempt(path: string, work: () => void, isFolder = false): void {
    try {
      work();
    } catch (error) {
      this.#leave(path, whyUnread(error), isFolder);
    }
  }

  #leave(path: string, reason: string, isFolder = false): void {
    this.found.unread.push({ path, reason, isFolder });
  }
}

/** Whether there is something at a path, be it a link to nowhere. */
function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Something is there, but may not be looked at.
    return true;
  }
}

function nameOf({ name }: Dirent<Buffer>): { name: string; isValid: boolean } {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    return { name: decoder.decode(name), isValid: true };
  } catch {
    return { name: name.toString("utf8"), isValid: false };
  }
}
