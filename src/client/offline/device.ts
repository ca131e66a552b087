import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { namesUnder } from "./names.ts";

/**
 * What lies on the reader's device: files by the hash of their content, and the list of the build
 * that can be read without a network. A newer build's files are added beside the older one's; putting
 * its list in place is one transaction, so a reader meets one build or the other and never half of
 * each.
 */
interface Shelves extends DBSchema {
  files: { key: string; value: ArrayBuffer };
  keeping: { key: "state"; value: Keeping };
  lists: { key: string; value: string };
}
export type Device = IDBPDatabase<Shelves>;

export interface Keeping {
  /** Whether the reader wants the archive on the device, and so its updates too. */
  wanted: boolean;
  /** The build that is there whole. */
  kept?: Kept;
  /** How far a build is that is not there whole yet, in bytes. */
  partly?: Progress;
}
export interface Progress {
  present: number;
  total: number;
}
export interface Kept {
  build: string;
  pages: number;
  bytes: number;
  /** When it was complete, in milliseconds since 1970. */
  at: number;
}

/** Opens the device's storage; rejects where the browser allows none. */
export function openDevice(root: URL): Promise<Device> {
  const opening: Promise<Device> = openDB<Shelves>(namesUnder(root).device, 1, {
    upgrade: (device) => {
      device.createObjectStore("files");
      device.createObjectStore("keeping");
      device.createObjectStore("lists");
    },
    // A later version of this program may need another form of storage: make way for it.
    blocking: () => void opening.then((device) => device.close()),
  });
  return opening;
}

export async function keepingOn(device: Device): Promise<Keeping> {
  return (await device.get("keeping", "state")) ?? { wanted: false };
}

export async function setWanted(device: Device, wanted: boolean): Promise<void> {
  const change = device.transaction("keeping", "readwrite");
  const state = (await change.store.get("state")) ?? { wanted };
  await change.store.put({ ...state, wanted }, "state");
  await change.done;
}

/** The hashes of all files that are there. */
export async function hashesOn(device: Device): Promise<Set<string>> {
  return new Set(await device.getAllKeys("files"));
}

/** Notes how much of a build is there before more of it comes. */
export async function noteProgress(device: Device, partly: Progress): Promise<void> {
  const change = device.transaction("keeping", "readwrite");
  const state = await change.store.get("state");
  if (state) await change.store.put({ ...state, partly }, "state");
  await change.done;
}

/**
 * Puts files there in one transaction, and tells how much is there then. Nothing is put when the
 * reader has stopped or removed the archive meanwhile, be it in another tab.
 */
export async function putFiles(
  device: Device,
  files: { hash: string; bytes: ArrayBuffer }[],
): Promise<Progress | undefined> {
  const change = device.transaction(["files", "keeping"], "readwrite");
  const state = await change.objectStore("keeping").get("state");
  if (!state?.wanted || !state.partly) return undefined;
  const store = change.objectStore("files");
  const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  const partly = { ...state.partly, present: state.partly.present + bytes };
  try {
    await Promise.all([
      ...files.map(({ hash, bytes }) => store.put(bytes, hash)),
      change.objectStore("keeping").put({ ...state, partly }, "state"),
      change.done,
    ]);
  } catch (error) {
    // What ended the transaction says more (no room) than what that did to each file in it.
    throw change.error ?? error;
  }
  return partly;
}

/** Makes a complete build the one that is read, and drops what only older ones needed. */
export async function switchTo(
  device: Device,
  kept: Kept,
  list: string,
  hashes: ReadonlySet<string>,
): Promise<boolean> {
  const change = device.transaction(["files", "keeping", "lists"], "readwrite");
  const state = await change.objectStore("keeping").get("state");
  if (!state?.wanted) return false;
  const present = await change.objectStore("files").getAllKeys();
  const dropped = present.filter((hash) => !hashes.has(hash));
  const there = new Set(present);
  if ([...hashes].some((hash) => !there.has(hash))) return false;
  await change.objectStore("lists").clear();
  await Promise.all([
    ...dropped.map((hash) => change.objectStore("files").delete(hash)),
    change.objectStore("lists").put(list, kept.build),
    change.objectStore("keeping").put({ wanted: true, kept }, "state"),
    change.done,
  ]);
  return true;
}

/** Removes the archive from the device. */
export async function removeArchive(device: Device): Promise<void> {
  const change = device.transaction(["files", "keeping", "lists"], "readwrite");
  await Promise.all([
    change.objectStore("files").clear(),
    change.objectStore("lists").clear(),
    change.objectStore("keeping").clear(),
    change.done,
  ]);
}

/**
 * Whether the whole archive is on this device. For pages that fail without a network and want to say
 * what would help; false where storage is not allowed.
 */
export async function archiveIsKept(root: URL): Promise<boolean> {
  try {
    const device = await openDevice(root);
    try {
      return (await keepingOn(device)).kept !== undefined;
    } finally {
      device.close();
    }
  } catch {
    return false;
  }
}
