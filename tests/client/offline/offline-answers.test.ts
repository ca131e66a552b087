import { describe, expect, it } from "vitest";
import { isSound, kindOf, typeOf } from "../../../src/client/offline/addresses-on-device.ts";
import { isOffered } from "../../../src/client/offline/offered-files.ts";

const root = new URL("https://papers.example/archive/");
const asked = (url: string, mode: RequestMode = "no-cors", method = "GET") =>
  kindOf(root, { url: new URL(url, root).href, mode, method });

describe("how the worker answers a request", () => {
  it.each([
    ["papers/a/", "navigate", "page", "papers/a/"],
    ["", "navigate", "page", ""],
    ["index.html", "navigate", "page", ""],
    ["papers/a/index.html", "navigate", "page", "papers/a/"],
    ["search/?q=a%20b#top", "navigate", "page", "search/"],
    ["papers/%C3%A9/", "navigate", "page", "papers/é/"],
    ["_astro/Page.BHPrJ6Km.css", "no-cors", "fixed", "_astro/Page.BHPrJ6Km.css"],
    ["pagefind/index/en_1a2b.pf_index", "cors", "fixed", "pagefind/index/en_1a2b.pf_index"],
    ["search/parts/0123456789/7.bin", "cors", "fixed", "search/parts/0123456789/7.bin"],
    ["search/parts/archive.bin", "cors", "changing", "search/parts/archive.bin"],
    ["search/parts/archive.bin?ts=17", "cors", "changing", "search/parts/archive.bin"],
    ["favicon.svg", "no-cors", "changing", "favicon.svg"],
  ] as const)("%s (%s) as %s", (url, mode, kind, path) => {
    expect(asked(url, mode)).toEqual({ kind, path });
  });

  it.each([
    ["https://papers.example/other/", "navigate", "GET"],
    ["https://elsewhere.example/archive/", "navigate", "GET"],
    ["https://papers.example/archive", "navigate", "GET"],
    ["papers/a/", "cors", "POST"],
    ["papers/a/", "cors", "HEAD"],
    ["papers/%E0%A4%A/", "navigate", "GET"],
    ["offline/build.json", "cors", "GET"],
    ["offline/aB-_9.pack", "cors", "GET"],
    ["offline/aB-_9.list", "cors", "GET"],
    ["papers/a/?keeping=", "cors", "GET"],
  ] as const)("%s (%s, %s) not at all", (url, mode, method) => {
    expect(asked(url, mode, method).kind).toBe("ignored");
  });
});

describe("what a server sends", () => {
  const sent = (contentType: string, rest: object = {}) => ({
    status: 200,
    type: "basic" as const,
    redirected: false,
    headers: new Headers({ "Content-Type": contentType }),
    ...rest,
  });

  it("is kept when it is what was asked for", () => {
    expect(isSound("papers/a/", sent("text/html; charset=utf-8"))).toBe(true);
    expect(isSound("404.html", sent("text/html"))).toBe(true);
    expect(isSound("_astro/a.css", sent("text/css"))).toBe(true);
    expect(isSound("pagefind/index/a.pf_index", sent("application/octet-stream"))).toBe(true);
  });

  it.each([
    ["a page for a style sheet", "_astro/a.css", sent("text/html")],
    ["a page for a part of the index", "pagefind/index/a.pf_index", sent("text/html")],
    ["no page for a page", "papers/a/", sent("application/json")],
    ["something without a type for a page", "papers/a/", sent("")],
    ["an error", "papers/a/", sent("text/html", { status: 404 })],
    ["a part", "papers/a/", sent("text/html", { status: 206 })],
    ["what came by way of another address", "papers/a/", sent("text/html", { redirected: true })],
    ["what another site sent", "papers/a/", sent("text/html", { type: "cors" })],
  ])("is not kept when it is %s", (_, path, response) => {
    expect(isSound(path, response)).toBe(false);
  });
});

it("kept files have the type of their kind", () => {
  expect(typeOf("")).toBe("text/html; charset=utf-8");
  expect(typeOf("papers/a/")).toBe("text/html; charset=utf-8");
  expect(typeOf("_astro/a.B1.woff2")).toBe("font/woff2");
  expect(typeOf("papers/a.bib")).toBe("application/x-bibtex; charset=utf-8");
  expect(typeOf("pagefind/index/und_1a2b.pf_index")).toBe("application/octet-stream");
});

it("a reader keeps what is read, not what is for hosts and robots", () => {
  const paths = [
    [
      "index.html",
      "papers/a/index.html",
      "pagefind/index/und_1a2b.pf_index",
      "search/parts/archive.bin",
      "_astro/a.woff2",
      "all.bib",
    ],
    [
      "_headers",
      "_redirects",
      ".nojekyll",
      "robots.txt",
      "sitemap-0.xml",
      "feed.xml",
      "days/feed.json",
    ],
    ["service-worker.js", "offline/build.json", "offline/x.pack", "offline/x.list", "a.js.map"],
  ];
  const offered = paths.map((some) => some.filter((path) => isOffered(path, 1000)));
  expect(offered).toEqual([paths[0], [], []]);
  expect(isOffered("all.pdf", 50_000_000)).toBe(false);
});
