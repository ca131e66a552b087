import { MissingPartError, type ReadFile } from "../../search/engine/part-files.ts";
import { searchRoot } from "../../search/engine/paths.ts";

/** Reads files of the index from the site's server, or from the device where a worker keeps them. */
export function readPart(addressOf: (path: string) => string): ReadFile {
  return async (path) => {
    // The first file names the others, so it must be the site's newest.
    const fresh = path === searchRoot ? { cache: "no-cache" as const } : {};
    const response = await fetch(addressOf(path), fresh).catch((cause: unknown) => {
      throw new MissingPartError(path, { cause });
    });
    if (!response.ok) throw new MissingPartError(path);
    return new Uint8Array(await response.arrayBuffer());
  };
}
