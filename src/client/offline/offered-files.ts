import { isOfKeeping } from "./file-list.ts";

/** Files that are for hosts, robots and feed readers; a reader without a network has no use of them. */
const forOthers =
  /(?:^|\/)(?:_headers|_redirects|CNAME|\.[^/]*|robots\.txt|service-worker\.js|sitemap[^/]*\.xml|(?:feed|rss|atom)[^/]*\.(?:xml|json)|[^/]*\.(?:map|rss|atom))$/;

/** More than this is a thing of its own, not a part of an archive's pages. */
const most = 20_000_000;

/** Whether a file of the built site is kept when a reader keeps the archive. */
export function isOffered(path: string, size: number): boolean {
  return size <= most && !forOthers.test(path) && !isOfKeeping(path);
}
