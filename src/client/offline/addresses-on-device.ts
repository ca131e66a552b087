import { isOfKeeping, listedPath } from "./file-list.ts";

/**
 * How a request of this site is answered. `page`: from the network while it answers in time, so that
 * nobody reads an old page. `fixed`: the name changes with the content, so what is on the device is as
 * good. `changing`: as a page, but with nothing to show in its stead. `ignored`: by the browser alone.
 */
export type Kind = "page" | "fixed" | "changing" | "ignored";

/** The path under the site's root by which the list names what a URL asks for. */
export function pathUnder(root: URL, url: URL): string | undefined {
  if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return undefined;
  const path = url.pathname.slice(root.pathname.length);
  try {
    return listedPath(decodeURIComponent(path));
  } catch {
    return undefined;
  }
}

const fixedFile =
  /^_astro\/|^search\/parts\/[0-9a-f]{10}\/|\.pf_(?:fragment|index|filter|meta|sort)$/;

/** What kind of answer a request wants. */
export function kindOf(
  root: URL,
  { method, url, mode }: Pick<Request, "method" | "url" | "mode">,
): { kind: Kind; path: string } {
  const parsed = new URL(url);
  const path = pathUnder(root, parsed);
  if (path === undefined || method !== "GET" || isOfKeeping(path)) {
    return { kind: "ignored", path: "" };
  }
  if (parsed.searchParams.has("keeping")) return { kind: "ignored", path };
  if (mode === "navigate") return { kind: "page", path };
  return { kind: fixedFile.test(path) ? "fixed" : "changing", path };
}

const types: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  webmanifest: "application/manifest+json; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  woff2: "font/woff2",
  wasm: "application/wasm",
  txt: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  bib: "application/x-bibtex; charset=utf-8",
  ris: "application/x-research-info-systems; charset=utf-8",
};

/** The media type by which a kept file is handed to the browser. */
export function typeOf(path: string): string {
  if (path === "" || path.endsWith("/")) return types["html"] ?? "";
  return types[path.slice(path.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";
}

/**
 * Whether what a server sent may be kept as this file: whole, from this site itself, not by way of
 * another address, and not a page where something else was asked for, as captive portals and hosts
 * with one page for every address send.
 */
export function isSound(
  path: string,
  {
    status,
    type,
    redirected,
    headers,
  }: Pick<Response, "status" | "type" | "redirected" | "headers">,
): boolean {
  if (status !== 200 || type !== "basic" || redirected) return false;
  const isPage = headers.get("Content-Type")?.toLowerCase().startsWith("text/html") ?? false;
  const wantsPage = typeOf(path).startsWith("text/html") || !/\.[\w-]+$/.test(path);
  return isPage === wantsPage;
}
