import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { relativeAddress, withRelativeAddresses } from "../archive/relative-addresses.ts";
import { filesUnder } from "../workspace/files-under.ts";
import { writeFileAtomic } from "../workspace/write-file.ts";

/** Makes the addresses in the site of a folder relative, and puts fonts into the style sheets. */
export async function makeAddressesRelative(folder: string): Promise<void> {
  const files = filesUnder(folder);
  for (const path of files.filter((name) => name.endsWith(".html"))) {
    const html = await readFile(join(folder, path), "utf8");
    await writeFile(join(folder, path), withRelativeAddresses(html, path));
  }
  for (const path of files.filter((name) => name.endsWith(".css"))) {
    const css = await readFile(join(folder, path), "utf8");
    // Kept bundles have the same file, which must not change with it.
    const inside = await withFontsInside(css, path, folder);
    await writeFileAtomic(join(folder, path), inside, { fsync: false });
  }
  await rm(join(folder, "manifest.webmanifest"), { force: true });
}

/**
 * Browsers do not let a page opened as a file load fonts from other folders, but allow fonts inside
 * its style sheets.
 */
async function withFontsInside(css: string, path: string, folder: string): Promise<string> {
  const named = /url\((["']?)(\.?\/[^/"')][^"')]*)\1\)/g;
  const targets = new Set([...css.matchAll(named)].map(([, , target = ""]) => target));
  const instead = new Map<string, string>();
  for (const target of targets) {
    const isInside = target.startsWith("./");
    const file = join(folder, isInside ? dirname(path) : "", target);
    const font = /\.woff2$/.test(target)
      ? await readFile(file, "base64").catch(() => undefined)
      : undefined;
    if (font !== undefined) instead.set(target, `data:font/woff2;base64,${font}`);
    else if (!isInside) instead.set(target, relativeAddress(target, path));
  }
  return css.replace(named, (whole, _, target: string) => {
    const found = instead.get(target);
    return found === undefined ? whole : `url("${found}")`;
  });
}
