import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { reportMessages, takeReport } from "../../src/astro/integrations/build-report.ts";
import { keepFilesOf, keptFiles } from "../../src/astro/integrations/kept-files.ts";
import { tracePage } from "../../src/astro/integrations/page-trace.ts";
import { type PagePath, ReusedPages } from "../../src/astro/integrations/reused-pages.ts";
import { madeOnce } from "../../src/astro/made-once.ts";
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
