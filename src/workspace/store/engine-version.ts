import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { walkFolder } from "../walk-folder.ts";

/** The rooms whose code makes entries, and reads them. */
const rooms = [
  ...["i18n", "schemas", "text", "math", "topics", "archive", "ingest", "notes", "workspace"],
];

const known = new Map<string, string>();

/**
 * A digest of the code that makes entries, of its packages and of this version of Node. `engine` is the folder of
 * the engine, whose code this process has loaded.
 */
export function engineVersion(engine: string): string {
  const old = known.get(engine);
  if (old !== undefined) return old;
  const { node, icu, unicode } = process.versions;
  const hash = createHash("sha256").update(`${node} ${icu} ${unicode}`);
  for (const room of rooms) {
    const folder = join(engine, "src", room);
    for (const path of walkFolder(folder, { followLinks: true }).files) {
      hash.update(`\n${room}/${path}\0`).update(digestOfFile(join(folder, path)));
    }
  }
  hash.update(digestOfFile(join(engine, "node_modules/.package-lock.json")));
  const version = hash.digest("base64url");
  known.set(engine, version);
  return version;
}

function digestOfFile(file: string): Uint8Array {
  const hash = createHash("sha256");
  try {
    hash.update(readFileSync(file));
  } catch {
    // A file that is gone by now.
  }
  return hash.digest();
}
