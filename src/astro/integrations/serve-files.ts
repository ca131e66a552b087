import type { Connect } from "vite";

const files =
  /\/(?:feed\.(?:xml|rss|json)|feeds\.opml|papers\.(?:bib|ris|json)|_headers|_redirects)(?=$|\?)/;

/**
 * Lets a preview answer for the files whose names are parameters of routes, such as
 * `papers.[extension].ts`. Astro's development server takes them for pages, whose addresses end in a slash.
 */
export function serveFiles(): Connect.NextHandleFunction {
  return (request, _, next) => {
    request.url = request.url?.replace(files, "$&/");
    next();
  };
}
