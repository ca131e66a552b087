import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, extname, isAbsolute, relative, resolve } from "node:path";
import { imageSize } from "image-size";
import type { PictureFault } from "../notes/needed-files.ts";
import { canDecode } from "./decode-picture.ts";
import { isSafeSvg, isWellFormed } from "./safe-svg.ts";

/** The extensions of pictures, and what `image-size` calls their contents. */
const types: ReadonlyMap<string, string> = new Map([
  [".png", "png"],
  [".jpg", "jpg"],
  [".jpeg", "jpg"],
  [".gif", "gif"],
  [".webp", "webp"],
  [".avif", "avif"],
  [".svg", "svg"],
]);

/** What is known of pictures, by path, as long as they are not changed: to decode one takes time. */
const checked = new Map<string, { state: string; fault: PictureFault | undefined }>();

// Builds and browsers give up on larger ones.
const mostBytes = 50_000_000;
const longestSide = 30_000;

/**
 * Why the file at a URL cannot be shown as a picture; undefined if it can. `page` is the file that
 * shows it, and `folder` the one that has to hold the picture, also after symbolic links are followed.
 */
export function pictureFault(page: string, url: string, folder: string): PictureFault | undefined {
  const path = pathOf(url);
  if (path === undefined) return "not-a-picture";
  const wanted = resolve(dirname(page), path);
  // Of a file elsewhere, not even its existence may show.
  if (!isWithin(wanted, folder)) return "outside";
  try {
    const real = realpathSync(wanted);
    if (!isWithin(real, realpathSync(folder))) return "outside";
    const { size, mtimeMs } = statSync(real);
    const hasType = typeOf(wanted) !== undefined && typeOf(real) === typeOf(wanted);
    const isReadable = statSync(real).isFile() && size <= mostBytes;
    if (!hasType || !isReadable) return "not-a-picture";
    const state = `${size} ${mtimeMs}`;
    const known = checked.get(real);
    if (known?.state === state) return known.fault;
    const fault = contentFault(real);
    checked.set(real, { state, fault });
    return fault;
  } catch {
    return "missing";
  }
}

/**
 * The relative path that a URL means, as Astro decodes it; undefined where it is another kind of URL,
 * or has characters that would make the build look for another file.
 */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURI(url);
    return /^\/|[?#\\\p{Cc}]/u.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

function typeOf(path: string): string | undefined {
  return types.get(extname(path).toLowerCase());
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way.split(/[\\/]/)[0] !== ".." && !isAbsolute(way);
}

function contentFault(path: string): PictureFault | undefined {
  const bytes = readFileSync(path);
  const type = typeOf(path);
  // First, because looking for the size of a hostile SVG can take very long.
  if (type === "svg" && !isSafeSvg(bytes)) return "not-a-picture";
  try {
    const { width, height, type: found } = imageSize(bytes);
    const isSound = [width, height].every((side) => side >= 1 && side <= longestSide);
    if (!isSound || found !== type) return "not-a-picture";
  } catch {
    return "not-a-picture";
  }
  return (type === "svg" ? isWellFormed(bytes) : canDecode(bytes)) ? undefined : "damaged";
}
