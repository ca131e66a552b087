import { MissingPartError, type ReadFile } from "../../search/engine/part-files.ts";
import { searchRoot } from "../../search/engine/paths.ts";

/** Reads files of the index over HTTP, which a service worker may answer from the device. */
export function readPart(addressOf: (path: string) => string): ReadFile {
  return async (path) => {
    // The root file names the others, so it must not come from the browser's cache.
    const options = path === searchRoot ? { cache: "no-cache" as const } : {};
    const response = await fetch(addressOf(path), options).catch((cause: unknown) => {
      throw new MissingPartError(path, { cause });
    });
    if (!response.ok) throw new MissingPartError(path);
    return new Uint8Array(await response.arrayBuffer());
  };
}
