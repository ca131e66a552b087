import { describe, expect, it } from "vitest";
import {
  classifyRequest,
  isValidResponse,
  mediaTypeOf,
} from "../../../src/client/offline/request-kind.ts";

const root = new URL("https://papers.example/archive/");
const classify = (url: string, mode: RequestMode = "no-cors", method = "GET") =>
  classifyRequest(root, { url: new URL(url, root).href, mode, method });

describe("a request to the service worker", () => {
  it.each([
    ["papers/a/", "navigate", "page", "papers/a/"],
    ["", "navigate", "page", ""],
    ["index.html", "navigate", "page", ""],
    ["papers/a/index.html", "navigate", "page", "papers/a/"],
    ["search/?q=a%20b#top", "navigate", "page", "search/"],
    ["papers/%C3%A9/", "navigate", "page", "papers/é/"],
    ["_astro/Page.BHPrJ6Km.css", "no-cors", "immutable", "_astro/Page.BHPrJ6Km.css"],
    ["pagefind/index/en_1a2b.pf_index", "cors", "immutable", "pagefind/index/en_1a2b.pf_index"],
    [
      "search/parts/texts/0123456789/7.bin",
      "cors",
      "immutable",
      "search/parts/texts/0123456789/7.bin",
    ],
    ["search/parts/archive.bin", "cors", "mutable", "search/parts/archive.bin"],
    [
      "data/likeness/papers/0123456789.json",
      "cors",
      "immutable",
      "data/likeness/papers/0123456789.json",
    ],
    ["data/likeness.json", "cors", "mutable", "data/likeness.json"],
    ["search/parts/archive.bin?ts=17", "cors", "mutable", "search/parts/archive.bin"],
    ["favicon.svg", "no-cors", "mutable", "favicon.svg"],
  ] as const)("%s (%s) is %s", (url, mode, kind, path) => {
    expect(classify(url, mode)).toEqual({ kind, path });
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
  ] as const)("%s (%s, %s) is ignored", (url, mode, method) => {
    expect(classify(url, mode, method).kind).toBe("ignored");
  });
});

describe("a response", () => {
  const response = (contentType: string, rest: object = {}) => ({
    status: 200,
    type: "basic" as const,
    redirected: false,
    headers: new Headers({ "Content-Type": contentType }),
    ...rest,
  });

  it("can be stored if it is what was requested", () => {
    expect(isValidResponse("papers/a/", response("text/html; charset=utf-8"))).toBe(true);
    expect(isValidResponse("404.html", response("text/html"))).toBe(true);
    expect(isValidResponse("_astro/a.css", response("text/css"))).toBe(true);
    expect(isValidResponse("pagefind/index/a.pf_index", response("application/octet-stream"))).toBe(
      true,
    );
  });

  it.each([
    ["a page for a style sheet", "_astro/a.css", response("text/html")],
    ["a page for a part of the index", "pagefind/index/a.pf_index", response("text/html")],
    ["something else for a page", "papers/a/", response("application/json")],
    ["something without a type for a page", "papers/a/", response("")],
    ["an error message", "papers/a/", response("text/html", { status: 404 })],
    ["a part of a page", "papers/a/", response("text/html", { status: 206 })],
    ["the result of a redirect", "papers/a/", response("text/html", { redirected: true })],
    ["a response of another site", "papers/a/", response("text/html", { type: "cors" })],
  ])("cannot be stored if it is %s", (_, path, received) => {
    expect(isValidResponse(path, received)).toBe(false);
  });
});

it("stored files are served with the media type of their extension", () => {
  expect(mediaTypeOf("")).toBe("text/html; charset=utf-8");
  expect(mediaTypeOf("papers/a/")).toBe("text/html; charset=utf-8");
  expect(mediaTypeOf("_astro/a.B1.woff2")).toBe("font/woff2");
  expect(mediaTypeOf("papers/a.bib")).toBe("application/x-bibtex; charset=utf-8");
  expect(mediaTypeOf("pagefind/index/und_1a2b.pf_index")).toBe("application/octet-stream");
});
