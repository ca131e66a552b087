import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { reportMessages, takeReport } from "../../src/astro/integrations/build-report.ts";
import { keepFilesOf, keptFiles } from "../../src/astro/integrations/kept-files.ts";
import { tracePage } from "../../src/astro/integrations/page-trace.ts";
import { reusePages } from "../../src/astro/integrations/reuse-pages.ts";
import { type PagePath, ReusedPages } from "../../src/astro/integrations/reused-pages.ts";
import type { BeforePrerenderer } from "../../src/astro/integrations/site-part.ts";
import { madeOnce } from "../../src/astro/made-once.ts";
import { responseInPieces } from "../../src/astro/response-in-pieces.ts";
import { lookup } from "../../src/astro/traced.ts";
import { report, samePageAddress } from "../../src/schemas/rules.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const page = (pathname: string, cacheKey = "props"): PagePath => ({
  pathname,
  cacheKey,
  route: { type: "page" },
});

/** What pages of these tests read. */
let texts: Record<string, string> = {};
const declareTexts = () => lookup("texts", ["papers"], async () => (key) => texts[key]);
const whole = madeOnce(["papers"], () => 1);

/**
 * Builds a site of these pages twice: first as they are, then after a change. The paths that the second build makes, and
 * what both report.
 */
async function buildTwice(
  paths: readonly PagePath[],
  read: (path: string) => Promise<unknown>,
  {
    change = () => {},
    again = paths,
    public: file,
  }: { change?: () => void; again?: readonly PagePath[]; public?: string } = {},
) {
  const files = Object.fromEntries(
    paths.map(({ pathname }) => [`last${pathname}/index.html`, pathname]),
  );
  const root = await workspaceWith({ ...files, ...(file ? { [`next/${file}`]: "public" } : {}) });
  const [last, next] = [join(root, "last"), join(root, "next")];
  await mkdir(next, { recursive: true });
  const first = new ReusedPages(undefined);
  takeReport();
  for (const path of await first.leaveOutSame(paths, last)) {
    first.noteMade(path, (await tracePage(() => read(path.pathname))).trace);
  }
  const record = JSON.parse(JSON.stringify(await first.record("engine", last)));
  const before = takeReport();
  change();
  declareTexts();
  keepFilesOf({ folder: last, sums: new Map() });
  const second = new ReusedPages({ ...record, folder: last });
  const left = await second.leaveOutSame(again, next);
  return {
    made: left.map(({ pathname }) => pathname),
    kept: [...(keptFiles()?.paths ?? [])],
    before,
    after: takeReport(),
    next,
  };
}

const readText = async (path: string) => (await declareTexts()())(path);

describe("pages that would be the same", () => {
  it("are not made again, and their files are in the new site", async () => {
    texts = { "/a": "A", "/b": "B" };
    const { made, kept, next } = await buildTwice([page("/a"), page("/b")], readText, {
      change: () => {
        texts = { ...texts, "/b": "other" };
      },
    });
    expect(made).toEqual(["/b"]);
    expect(kept).toEqual(["a/index.html"]);
    expect(await readFile(join(next, "a/index.html"), "utf8")).toBe("/a");
  });

  it("report again what they reported", async () => {
    const message = report(samePageAddress, { path: "a", other: "b" }, { file: "a.mdx" });
    const { made, before, after } = await buildTwice([page("/a")], async () =>
      reportMessages([message]),
    );
    expect(made).toEqual([]);
    expect(before.messages).toEqual([message]);
    expect(after.messages).toEqual([message]);
  });
});

describe("a page is made again", () => {
  it.each<[string, Parameters<typeof buildTwice>[1], Parameters<typeof buildTwice>[2]]>([
    ["with other props", readText, { again: [page("/a", "others")] }],
    ["if it has no key", readText, { again: [{ pathname: "/a", route: { type: "page" } }] }],
    ["if it read what all pages share", async () => whole(), {}],
    ["if two pages have its address", readText, { again: [page("/a"), page("/a/")] }],
    ["if a file of the owner's is in its place", readText, { public: "a/index.html" }],
  ])("%s", async (_, read, change) => {
    texts = { "/a": "A" };
    const { made } = await buildTwice([page("/a")], read, change);
    expect(made).toContain("/a");
  });
});

it("what a large page reads while it is written is noted", async () => {
  texts = { end: "of it" };
  const pages = new ReusedPages(undefined);
  const root = await workspaceWith({ "papers.bib": "" });
  const { hooks } = reusePages(pages);
  const folder = pathToFileURL(`${root}/`);
  const config = { root: folder, outDir: folder, publicDir: folder, base: "/", site: undefined };
  hooks["astro:config:done"]?.({ config: { ...config, server: { port: 4321 } } });
  const pieces = async function* () {
    yield "a".repeat(5_000_000);
    yield String((await declareTexts()())("end"));
  };
  const about = { params: [], segments: [], distURL: [], fallbackRoutes: [] };
  const route = { ...about, type: "endpoint" as const, route: "", component: "", pattern: /./ };
  const routeData = { ...route, prerender: true, isIndex: false, origin: "project" as const };
  const path = { pathname: "/papers.bib", cacheKey: "props", route: routeData };
  let before: BeforePrerenderer = (inner) => inner;
  await hooks["astro:build:start"]?.({
    setPrerenderer: (given) => {
      before = given;
    },
  });
  const { getStaticPaths, render } = before({
    name: "inner",
    getStaticPaths: async () => [path],
    render: async () => responseInPieces(pieces(), "text/plain"),
  });
  await getStaticPaths();
  const made = await render(new Request("http://localhost/papers.bib"), { routeData });
  expect((await pages.record("engine", root)).pages).toEqual({});
  const { body } = made instanceof Response ? made : made.response;
  const text = await new Response(body).text();
  expect(text.slice(4_999_999)).toBe("aof it");
  const record = await pages.record("engine", root);
  expect(record.reads.map(([name, key]) => [name, key])).toEqual([["texts", "end"]]);
  expect(record.pages).toMatchObject({ "papers.bib": { props: "props", reads: [0] } });
});
