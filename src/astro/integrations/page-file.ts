import type { RouteType } from "astro";

/** What tells the file of a page. */
interface PageAddress {
  pathname: string;
  route: { type: RouteType };
}

/** The file of a page, relative to the site, as Astro names it. */
export function fileOf({ pathname, route }: PageAddress): string {
  const path = plain(pathname);
  if (route.type === "endpoint") return path;
  if (path === "404" || path === "500") return `${path}.html`;
  return path === "" ? "index.html" : `${path}/index.html`;
}

/** A path without the slashes around it. */
export function plain(pathname: string): string {
  return pathname.replace(/^\/+|\/+$/g, "");
}
