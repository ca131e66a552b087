import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A kind of page, by its address with `*` for what differs, and the heaviest page of that kind. */
export interface KindOfPage {
  kind: string;
  /** The page's address within the site, without the base path. */
  address: string;
}

/**
 * Every kind of page in a built site, by the folders of its address: `days/*` has one page a day.
 * Pages that only lead to another address are left out.
 */
export function kindsOfPage(folder: string): KindOfPage[] {
  const heaviest = new Map<string, { path: string; bytes: number }>();
  for (const path of globSync("**/*.html", { cwd: folder }).sort()) {
    const kind = kindOf(path.replaceAll("\\", "/"));
    const bytes = statSync(join(folder, path)).size;
    if (bytes <= (heaviest.get(kind)?.bytes ?? 0) || leadsElsewhere(join(folder, path))) continue;
    heaviest.set(kind, { path: path.replaceAll("\\", "/"), bytes });
  }
  return [...heaviest]
    .map(([kind, { path }]) => ({ kind, address: path.replace(/(^|\/)index\.html$/, "$1") }))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** `days/2025-11-13/index.html` is of the kind `days/*`. */
function kindOf(path: string): string {
  const [first = "", ...others] = path.replace(/\/?index\.html$/, "").split("/");
  return [first || "home", ...others.map(() => "*")].join("/");
}

function leadsElsewhere(file: string): boolean {
  return /<meta http-equiv="refresh"/i.test(readFileSync(file, "utf8"));
}

/** The base path that a site was built for, by the address of its icon in the page for unknown addresses. */
export function baseOf(folder: string): string {
  const html = readFileSync(join(folder, "404.html"), "utf8");
  return /<link rel="icon" href="(\/(?:[^"]*\/)?)favicon\.svg"/.exec(html)?.[1] ?? "/";
}
