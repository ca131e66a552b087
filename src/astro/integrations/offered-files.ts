import { isDownloadFile } from "../../client/offline/file-list.ts";

/** Files for hosts, robots and feed readers, which are of no use offline. */
const notForReaders =
  /(?:^|\/)(?:_headers|_redirects|CNAME|\.[^/]*|robots\.txt|service-worker\.js|sitemap[^/]*\.xml|(?:feed|rss|atom)[^/]*\.(?:xml|json)|[^/]*\.(?:map|rss|atom))$/;

/** In bytes. A larger file is a download of its own rather than a part of the archive's pages. */
const largestFile = 20_000_000;

/** Whether a file of the built site is part of the archive that a reader can download. */
export function isOffered(path: string, size: number): boolean {
  return size <= largestFile && !notForReaders.test(path) && !isDownloadFile(path);
}
