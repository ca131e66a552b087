import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AstroPrerenderer, RouteType } from "astro";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { tightMark } from "../../src/archive/tight-page.ts";
import { bundleRecord, recordBundle } from "../../src/astro/integrations/bundle-record.ts";
import { readBody } from "../../src/astro/integrations/page-body.ts";
import type { BeforePrerenderer } from "../../src/astro/integrations/site-part.ts";
import { writePages } from "../../src/astro/integrations/write-pages.ts";
import { responseInPieces } from "../../src/astro/response-in-pieces.ts";
import { filesUnder } from "../../src/workspace/files-under.ts";

type Path = Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>[number];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => void recordBundle());

function pathTo(pathname: string, type: RouteType = "page"): Path {
  const about = { params: [], segments: [], distURL: [], fallbackRoutes: [] };
  const route = { ...about, type, route: "", component: "", pattern: /./, prerender: true };
  return { pathname, route: { ...route, isIndex: false, origin: "project" } };
}

/** What is written for paths, what was asked for, and what is left to Astro. `answer` makes the body of a page. */
async function written(
  paths: Path[],
  {
    base = "/",
    site,
    taken = [],
    answer = (address) => new Response(`of ${address}`),
  }: {
    base?: string;
    site?: string;
    taken?: string[];
    answer?: (address: string) => Response | Promise<Response>;
  } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "offprint-write-pages-"));
  folders.push(folder);
  for (const name of ["site", "public"]) mkdirSync(join(folder, name));
  for (const name of taken) writeFileSync(join(folder, "public", name), "");
  const at = (name: string) => pathToFileURL(`${join(folder, name)}/`);
  const asked: string[] = [];
  const inner: AstroPrerenderer = {
    name: "inner",
    getStaticPaths: async () => paths,
    render: async ({ url }) => {
      asked.push(url);
      return answer(url);
    },
  };
  const { hooks } = writePages();
  const config = { root: at(""), outDir: at("site"), publicDir: at("public"), base, site };
  hooks["astro:config:done"]?.({ config: { ...config, server: { port: 4321 } } });
  const chain: BeforePrerenderer[] = [];
  await hooks["astro:build:start"]?.({ setPrerenderer: (before) => void chain.push(before) });
  const left = await chain.reduce((before, next) => next(before), inner).getStaticPaths();
  const texts = filesUnder(join(folder, "site")).map(
    (path) => [path, readFileSync(join(folder, "site", path), "utf8")] as const,
  );
  return { files: Object.fromEntries(texts), asked, left: left.map(({ pathname }) => pathname) };
}

describe("pages that are written as they are made", () => {
  it.each<[string, RouteType, string, string]>([
    ["/", "page", "index.html", ""],
    ["/about", "page", "about/index.html", "about/"],
    ["/papers/2510.01171/", "page", "papers/2510.01171/index.html", "papers/2510.01171/"],
    ["/404", "page", "404.html", "404/"],
    ["/über", "page", "über/index.html", "%C3%BCber/"],
    ["/papers.bib", "endpoint", "papers.bib", "papers.bib"],
    ["/robots.txt/", "endpoint", "robots.txt", "robots.txt/"],
    ["/_headers/", "endpoint", "_headers", "_headers/"],
  ])("has %s, %s, in %s", async (pathname, type, file, address) => {
    const asked = `http://localhost:4321/${address}`;
    expect(await written([pathTo(pathname, type)])).toEqual({
      files: { [file]: `of ${asked}` },
      asked: [asked],
      left: [],
    });
  });

  it("asks for addresses under the base of the site", async () => {
    const { asked } = await written([pathTo("/"), pathTo("/a")], {
      base: "/papers/",
      site: "https://example.org/else",
    });
    expect(asked).toEqual(["https://example.org/papers/", "https://example.org/papers/a/"]);
  });

  it("writes pages that ask for it without needless marks", async () => {
    const page = (sign: string) =>
      `<html><head>${sign}<meta name="a"></head><body> <b class="c">d</b> </body></html>`;
    const { files } = await written([pathTo("/a"), pathTo("/b"), pathTo("/c.txt", "endpoint")], {
      answer: (address) => new Response(page(address.endsWith("/a/") ? "" : tightMark)),
    });
    const head = '<html><head><meta name="a"></head>';
    expect(files).toEqual({
      "a/index.html": `${head}<body><b class="c">d</b></body></html>`,
      "b/index.html": `${head}<body><b class=c>d</b></body></html>`,
      "c.txt": page(tightMark),
    });
  });

  it("keeps the bytes of a file", async () => {
    const bytes = Buffer.from([0, 255, 128]);
    const { files } = await written([pathTo("/a.png", "endpoint")], {
      answer: () => new Response(bytes),
    });
    expect(files["a.png"]).toBe(bytes.toString("utf8"));
  });
});

describe("a large file that is made piece by piece", () => {
  const lines = function* (count: number, failsAt?: number) {
    for (let at = 0; at < count; at++) {
      if (at === failsAt) throw new Error("no");
      yield `${String(at).padStart(99, "ä")}\n`;
    }
  };
  const path = pathTo("/papers.bib", "endpoint");

  it.each([[0], [1], [700], [40_000], [120_000]])("has all of %d pieces", async (count) => {
    const { files, left } = await written([path], {
      answer: () => responseInPieces(lines(count), "text/plain"),
    });
    expect(files["papers.bib"]).toBe([...lines(count)].join(""));
    expect(left).toEqual([]);
  });

  it("is made while it is written, and not before", async () => {
    let made = 0;
    const counted = function* () {
      for (const line of lines(120_000)) {
        made++;
        yield line;
      }
    };
    const response = responseInPieces(counted(), "text/plain");
    const body = await readBody(response.body ?? new ReadableStream());
    expect(body).not.toBeInstanceOf(Uint8Array);
    expect(made).toBeGreaterThan(10_000);
    expect(made).toBeLessThan(60_000);
  });

  it("is left with all after it if it fails in the middle, and has no file then", async () => {
    const made = await written([pathTo("/a"), path, pathTo("/b")], {
      answer: (address) =>
        address.endsWith(".bib")
          ? responseInPieces(lines(120_000, 110_000), "text/plain")
          : new Response("fine"),
    });
    expect(made).toMatchObject({ left: ["/papers.bib", "/b"] });
    expect(Object.keys(made.files)).toEqual(["a/index.html"]);
  });
});

describe("what is left to Astro", () => {
  it.each<[string, Path[], string[]]>([
    ["a redirect of its own", [pathTo("/a", "redirect")], ["/a"]],
    ["two pages at one address", [pathTo("/a"), pathTo("/a/")], ["/a", "/a/"]],
    ["a file that the owner publishes", [pathTo("/own.txt", "endpoint")], ["/own.txt"]],
    ["an address with unusual characters", [pathTo("/a b"), pathTo("/a%2F")], ["/a b", "/a%2F"]],
  ])("is %s", async (_, paths, left) => {
    const made = await written([pathTo("/b"), ...paths], { taken: ["own.txt"] });
    expect(made.left).toEqual(left);
    expect(Object.keys(made.files)).toEqual(["b/index.html"]);
    expect(bundleRecord().needsAstro).toBe(true);
  });

  it("is a page that answers with a redirect, or with nothing", async () => {
    const made = await written([pathTo("/a"), pathTo("/b"), pathTo("/c")], {
      answer: (address) => {
        if (address.endsWith("/a/")) return Response.redirect("https://example.org/");
        return new Response(address.endsWith("/b/") ? null : "c");
      },
    });
    expect(made).toMatchObject({ files: { "c/index.html": "c" }, left: ["/a", "/b"] });
  });

  it("is all from a page that fails on, so that Astro says what is wrong", async () => {
    const made = await written([pathTo("/a"), pathTo("/b"), pathTo("/c")], {
      answer: (address) => {
        if (address.endsWith("/b/")) throw new Error("no");
        return new Response("fine");
      },
    });
    expect(made).toMatchObject({ files: { "a/index.html": "fine" }, left: ["/b", "/c"] });
  });

  it("is nothing in most sites", async () => {
    await written([pathTo("/a")]);
    expect(bundleRecord().needsAstro).toBe(false);
  });
});
