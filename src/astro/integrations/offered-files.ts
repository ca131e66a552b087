import { isDownloadFile } from "../../client/offline/file-list.ts";

/** Files for hosts, crawlers, feed readers and other programs, which are useless offline. */
const notForReaders =
  /(?:^|\/)(?:_headers|_redirects|CNAME|licences\.txt|SHA256SUMS|\.[^/]*|robots\.txt|llms\.txt|opensearch\.xml|data\/papers\.jsonl(?:\.gz)?|papers\/[^/]+\/paper\.(?:bib|ris|json|md|png)|service-worker\.js|sitemap[^/]*\.xml|(?:feed|rss|atom)[^/]*\.(?:xml|json)|[^/]*\.(?:map|rss|atom|opml))$/;

/** In bytes. A larger file is a separate download and not part of the archive's pages. */
const largestFile = 20_000_000;

/** The citations of the whole archive. In bytes, a larger file of them is for other programs: each page has its own. */
const allCitations = /^papers\.(?:bib|ris|json)$/;
const mostOfCitations = 1_000_000;

/** Whether a file of the built site is part of the archive that a reader can download. */
export function isOffered(path: string, size: number): boolean {
  const most = allCitations.test(path) ? mostOfCitations : largestFile;
  return size <= most && !notForReaders.test(path) && !isDownloadFile(path);
}
