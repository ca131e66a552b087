import { hash } from "node:crypto";
import type { Message } from "../schemas/message.ts";
import type { AssignedTopic } from "../schemas/paper.ts";
import type { CleanPaper } from "./clean-paper.ts";
import type { KnownGroups } from "./identity/known-groups.ts";
import type { Bands, ComparedTexts, NearDuplicate } from "./identity/near-duplicates.ts";

/** What pure functions gave before, by digests of what went into them. A value may be forgotten at any time. */
export interface Remembered<T> {
  get(key: string): T | undefined;
  /** Whether there is a value, which is not forgotten then although nobody needs it now. */
  has(key: string): boolean;
  set(key: string, value: T): void;
}

/** The records of a seed. They are all remembered under its path, so that those of its last version are found. */
export interface SeedRecords {
  /** The digest of all that they were read from. */
  of: string;
  records: CleanPaper[];
  /** The digest of what each record was made from, apart from its place in the file. */
  made: string[];
  /** What reading them said. */
  messages: Message[];
}

/** The entry of a paper. Its text is on disk. */
export interface KnownEntry {
  digest: string;
  /** What was found wrong with its formulas. */
  messages: Message[];
}

/** What an ingest remembers of earlier ones, so that it makes nothing again from the same. */
export interface Memory {
  seeds: Remembered<SeedRecords>;
  topics: Remembered<AssignedTopic[]>;
  bands: Remembered<Bands>;
  comparedTexts: Remembered<ComparedTexts>;
  nearDuplicates: Remembered<readonly NearDuplicate[]>;
  entries: Remembered<KnownEntry>;
  groups: Remembered<KnownGroups>;
}

const nothing: Remembered<never> = { get: () => undefined, has: () => false, set: () => {} };

/** For an ingest that makes everything. */
export const noMemory: Memory = {
  seeds: nothing,
  topics: nothing,
  bands: nothing,
  comparedTexts: nothing,
  nearDuplicates: nothing,
  entries: nothing,
  groups: nothing,
};

/** A remembered value, or one that is made now. */
export function recall<T>(remembered: Remembered<T>, key: string, make: () => T): T {
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const made = make();
  remembered.set(key, made);
  return made;
}

/** A digest of values. Different values have different digests, as far as JSON tells them apart. */
export function digestOf(...values: unknown[]): string {
  return digestOfBytes(JSON.stringify(values));
}

/** A digest of a text or of bytes. */
export function digestOfBytes(bytes: string | Uint8Array): string {
  return hash("sha256", bytes, "base64url");
}
