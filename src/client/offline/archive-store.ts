import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { storageNames } from "./storage-names.ts";

/**
 * The archive that a reader has downloaded: files by the hash of their content, and the list of the
 * build that can be read offline. The files of a newer build are added next to the older one's.
 * Activating its list is one transaction, so that readers never get a mixture of two builds.
 *
 * Devices have the names of stores, keys and fields on disk, so they must not change.
 */
interface ArchiveDatabase extends DBSchema {
  files: { key: string; value: ArrayBuffer };
  keeping: { key: "state"; value: DownloadState };
  lists: { key: string; value: string };
}
/** The open database. */
export type ArchiveStore = IDBPDatabase<ArchiveDatabase>;

/** What the reader wants, and how much of it is on the device. */
export interface DownloadState {
  /** Whether the reader wants the archive on the device, updates included. */
  wanted: boolean;
  /** The build that is complete. */
  kept?: StoredBuild;
  /** How much of a build that is not complete yet is there. */
  partly?: Progress;
}

/** Sizes in bytes. */
export interface Progress {
  present: number;
  total: number;
}

/** A build that is on the device completely. */
export interface StoredBuild {
  build: string;
  pages: number;
  /** Its size on the device. */
  bytes: number;
  /** When it was complete, in milliseconds since 1970. */
  at: number;
}

/** Opens the store. Rejects where the browser allows no storage. */
export function openArchiveStore(root: URL): Promise<ArchiveStore> {
  const opening: Promise<ArchiveStore> = openDB<ArchiveDatabase>(storageNames(root).database, 1, {
    upgrade: (store) => {
      store.createObjectStore("files");
      store.createObjectStore("keeping");
      store.createObjectStore("lists");
    },
    // A later version of this code may have to upgrade the database. For that, all tabs must close
    // it.
    blocking: () => void opening.then((store) => store.close()),
  });
  return opening;
}

/** The state of the download; not wanted on a device without one. */
export async function readState(store: ArchiveStore): Promise<DownloadState> {
  return (await store.get("keeping", "state")) ?? { wanted: false };
}

/** Records whether the reader wants the archive. Keeps everything else. */
export async function setWanted(store: ArchiveStore, wanted: boolean): Promise<void> {
  const transaction = store.transaction("keeping", "readwrite");
  const state = (await transaction.store.get("state")) ?? { wanted };
  await transaction.store.put({ ...state, wanted }, "state");
  await transaction.done;
}

/** The hashes of all files on the device. */
export async function storedHashes(store: ArchiveStore): Promise<Set<string>> {
  return new Set(await store.getAllKeys("files"));
}

/** Records how much of a build is on the device before the download begins. */
export async function recordProgress(store: ArchiveStore, partly: Progress): Promise<void> {
  const transaction = store.transaction("keeping", "readwrite");
  const state = await transaction.store.get("state");
  if (state) await transaction.store.put({ ...state, partly }, "state");
  await transaction.done;
}

/**
 * Stores files in one transaction and returns the new progress. Stores nothing and returns
 * `undefined` if the reader has stopped or removed the archive meanwhile, perhaps in another tab.
 */
export async function storeFiles(
  store: ArchiveStore,
  files: { hash: string; bytes: ArrayBuffer }[],
): Promise<Progress | undefined> {
  const transaction = store.transaction(["files", "keeping"], "readwrite");
  const state = await transaction.objectStore("keeping").get("state");
  if (!state?.wanted || !state.partly) return undefined;
  const size = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  const partly = { ...state.partly, present: state.partly.present + size };
  try {
    await Promise.all([
      ...files.map(({ hash, bytes }) => transaction.objectStore("files").put(bytes, hash)),
      transaction.objectStore("keeping").put({ ...state, partly }, "state"),
      transaction.done,
    ]);
  } catch (error) {
    // The transaction's own error has the cause, such as a full disk; those of its requests do not.
    throw transaction.error ?? error;
  }
  return partly;
}

/**
 * Makes a complete build the current one, and removes the files that only older builds needed.
 * Returns false, and changes nothing, if the archive is no longer wanted or a file is missing.
 */
export async function activateBuild(
  store: ArchiveStore,
  build: StoredBuild,
  list: string,
  hashes: ReadonlySet<string>,
): Promise<boolean> {
  const transaction = store.transaction(["files", "keeping", "lists"], "readwrite");
  const state = await transaction.objectStore("keeping").get("state");
  if (!state?.wanted) return false;
  const stored = new Set(await transaction.objectStore("files").getAllKeys());
  if ([...hashes].some((hash) => !stored.has(hash))) return false;
  const outdated = [...stored].filter((hash) => !hashes.has(hash));
  await transaction.objectStore("lists").clear();
  await Promise.all([
    ...outdated.map((hash) => transaction.objectStore("files").delete(hash)),
    transaction.objectStore("lists").put(list, build.build),
    transaction.objectStore("keeping").put({ wanted: true, kept: build }, "state"),
    transaction.done,
  ]);
  return true;
}

/** Removes the archive from the device. */
export async function removeArchive(store: ArchiveStore): Promise<void> {
  const transaction = store.transaction(["files", "keeping", "lists"], "readwrite");
  await Promise.all([
    transaction.objectStore("files").clear(),
    transaction.objectStore("lists").clear(),
    transaction.objectStore("keeping").clear(),
    transaction.done,
  ]);
}

/** Whether the whole archive is on this device. False where the browser allows no storage. */
export async function isArchiveStored(root: URL): Promise<boolean> {
  try {
    const store = await openArchiveStore(root);
    try {
      return (await readState(store)).kept !== undefined;
    } finally {
      store.close();
    }
  } catch {
    return false;
  }
}
