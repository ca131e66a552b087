import { isDownloadFile, listedPath } from "./file-list.ts";

/**
 * How the service worker answers a request. `page`: from the network if it answers in time, so that
 * readers do not see an outdated page. `immutable`: the name changes with the content, so from the
 * device if it is there. `mutable`: like a page, but no other page is shown instead. `ignored`: the
 * browser handles it alone.
 */
export type RequestKind = "page" | "immutable" | "mutable" | "ignored";

/** The path of a URL under the site's root, as the file list has it. Undefined for other sites. */
export function pathUnder(root: URL, url: URL): string | undefined {
  if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return undefined;
  const path = url.pathname.slice(root.pathname.length);
  try {
    return listedPath(decodeURIComponent(path));
  } catch {
    return undefined;
  }
}

const immutableFile =
  /^_astro\/|^search\/parts\/[a-z]+\/[0-9a-f]{10}\/|^data\/likeness\/[a-z]+\/[0-9a-f]{10}\.json$|\.pf_(?:fragment|index|filter|meta|sort)$/;

/**
 * The query parameter of requests that download a file of the archive. The service worker must not
 * store them as a visit, and the browser's cache must not answer them with an older file.
 */
export const downloadParameter = "keeping";

/** The kind of a request, and its path under the site's root if it has one. */
export function classifyRequest(
  root: URL,
  { method, url, mode }: Pick<Request, "method" | "url" | "mode">,
): { kind: RequestKind; path: string } {
  const parsed = new URL(url);
  const path = pathUnder(root, parsed);
  if (path === undefined || method !== "GET" || isDownloadFile(path)) {
    return { kind: "ignored", path: "" };
  }
  if (parsed.searchParams.has(downloadParameter)) return { kind: "ignored", path };
  if (mode === "navigate") return { kind: "page", path };
  return { kind: immutableFile.test(path) ? "immutable" : "mutable", path };
}

const mediaTypes: Record<string, string> = {
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

/** The media type that a stored file is served with. */
export function mediaTypeOf(path: string): string {
  if (path === "" || path.endsWith("/")) return mediaTypes["html"] ?? "";
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return mediaTypes[extension] ?? "application/octet-stream";
}

/**
 * Whether a response is complete and can be stored for a path: it comes from this site, without a
 * redirect, and is a page exactly if a page was requested. Captive portals, and hosts with one page
 * for every address, send pages for everything.
 */
export function isValidResponse(
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
  const wantsPage = mediaTypeOf(path).startsWith("text/html") || !/\.[\w-]+$/.test(path);
  return isPage === wantsPage;
}
