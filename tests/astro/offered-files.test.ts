import { expect, it } from "vitest";
import { isOffered } from "../../src/astro/integrations/offered-files.ts";

it("an archive for reading offline has the files for readers, not those for hosts and robots", () => {
  const paths = [
    [
      "index.html",
      "papers/a/index.html",
      "pagefind/index/und_1a2b.pf_index",
      "search/parts/archive.bin",
      "_astro/a.woff2",
      "all.bib",
      "papers.bib",
    ],
    [
      "_headers",
      "_redirects",
      ".nojekyll",
      "robots.txt",
      "sitemap-0.xml",
      "feed.xml",
      "days/feed.json",
      "days/feed.rss",
      "feeds.opml",
      "papers/a/paper.bib",
      "papers/a/paper.png",
      "data/papers.jsonl",
      "data/papers.jsonl.gz",
    ],
    ["service-worker.js", "offline/build.json", "offline/x.pack", "offline/x.list", "a.js.map"],
  ];
  const offered = paths.map((some) => some.filter((path) => isOffered(path, 1000)));
  expect(offered).toEqual([paths[0], [], []]);
  expect(isOffered("papers.bib", 1_000_001)).toBe(false);
  expect(isOffered("topics/a/papers.bib", 1_000_001)).toBe(true);
  expect(isOffered("all.pdf", 50_000_000)).toBe(false);
});
