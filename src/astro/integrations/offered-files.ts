import { isDownloadFile } from "../../client/offline/file-list.ts";

/** Files for hosts, crawlers, feed readers and other programs, which are useless offline. */
const notForReaders =
  /(?:^|\/)(?:_headers|_redirects|CNAME|licences\.txt|SHA256SUMS|\.[^/]*|robots\.txt|llms\.txt|opensearch\.xml|data\/papers\.jsonl|papers\/[^/]+\/paper\.(?:bib|ris|json|md|png)|service-worker\.js|sitemap[^/]*\.xml|(?:feed|rss|atom)[^/]*\.(?:xml|json)|[^/]*\.(?:map|rss|atom|opml))$/;

/** In bytes. A larger file is a separate download and not part of the archive's pages. */
const largestFile = 20_000_000;

/** Whether a file of the built site is part of the archive that a reader can download. */
export function isOffered(path: string, size: number): boolean {
  return size <= largestFile && !notForReaders.test(path) && !isDownloadFile(path);
}
