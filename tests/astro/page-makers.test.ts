import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AstroPrerenderer } from "astro";
import { afterAll, expect, it } from "vitest";
import { takeReport } from "../../src/astro/integrations/build-report.ts";
import { ReusedPages } from "../../src/astro/integrations/reused-pages.ts";
import type { BeforePrerenderer } from "../../src/astro/integrations/site-part.ts";
import { sharePages } from "../../src/astro/page-makers/share-pages.ts";
import { startMaker } from "../../src/astro/page-makers/start-maker.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const facts = { entry: "none.mjs", port: 4321, styles: [], imports: [], shipped: [] };

const beginning = `process.once("disconnect", () => process.exit());
const ready = () => process.send({ type: "ready" });
`;
const endsAtFirst = `${beginning}process.on("message", ({ type }) => {
  if (type === "begin") ready();
  if (type === "pages") process.exit(1);
});
`;
const endsAtSecond = `${beginning}let times = 0;
process.on("message", ({ type, paths }) => {
  if (type === "begin") ready();
  if (type !== "pages") return;
  if (times++ > 0) process.exit(1);
  const message = { rule: "a-rule", severity: "warning", reason: \`Of \${paths[0]}\` };
  process.send({ type: "made", left: [paths[1]], pages: paths.length - 1, messages: [message] });
});
`;

const hangsAtFirst = `${beginning}process.on("message", ({ type }) => {
  if (type === "begin") ready();
  if (type === "pages") for (;;);
});
`;
const staysAtEnd = `${beginning}process.on("message", ({ type }) => {
  if (type === "begin") ready();
  if (type === "pages") process.send({ type: "made", left: [], pages: 1, messages: [] });
  if (type === "end") process.send({ type: "ended" }, () => setInterval(() => {}, 1000));
});
`;
const neverBegins = "for (;;);\n";

/** In milliseconds. */
const long = 600_000;
const short = 400;

it.each([
  ["cannot begin", undefined, long],
  ["ends while it makes pages", endsAtFirst, long],
  ["never begins", neverBegins, short],
  ["hangs while it makes pages", hangsAtFirst, short],
])("leaves all pages of a process that %s", async (_, program, patience) => {
  const root = await workspaceWith({ "program.mjs": program ?? "" });
  const task = {
    root,
    stage: join(root, "site"),
    place: { base: "/" },
    bundle: { server: root, facts },
  };
  const record = join(root, "record.json");
  let silences = 0;
  const maker = startMaker(
    { ...task, record },
    {
      program: program === undefined ? undefined : join(root, "program.mjs"),
      papers: 1,
      patience,
      silent: () => {
        silences += 1;
      },
    },
  );
  expect(await maker.make(["/a/", "/b/"])).toBeUndefined();
  expect(await maker.make(["/c/"])).toBeUndefined();
  expect(await maker.end()).toBeUndefined();
  expect(silences).toBe(patience === short ? 1 : 0);
});

it("ends a process that has made its pages, but stays, and says nothing of it", async () => {
  const root = await workspaceWith({ "program.mjs": staysAtEnd });
  const record = join(root, "record.json");
  let silences = 0;
  const maker = startMaker(
    {
      root,
      stage: join(root, "site"),
      place: { base: "/" },
      bundle: { server: root, facts },
      record,
    },
    {
      program: join(root, "program.mjs"),
      papers: 1,
      patience: short,
      silent: () => {
        silences += 1;
      },
    },
  );
  expect(await maker.make(["/a/"])).toMatchObject({ left: [], pages: 1 });
  await maker.end();
  expect(silences).toBe(0);
});

function pathTo(pathname: string): Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>[number] {
  const about = { params: [], segments: [], distURL: [], fallbackRoutes: [] };
  const route = { ...about, type: "page" as const, route: "", component: "", pattern: /./ };
  return {
    pathname,
    route: { ...route, prerender: true, isIndex: false, origin: "project" },
  };
}

/** The pages that are left by processes with a program, what was said, and how many pages were counted. */
async function shared(program: string, count: number, patience = long) {
  const root = await workspaceWith({ "program.mjs": program });
  for (const name of ["site", "public"]) await mkdir(join(root, name));
  const at = (name: string) => pathToFileURL(`${join(root, name)}/`);
  const { hooks } = sharePages({
    processes: 2,
    bundle: () => ({ server: root, facts }),
    pages: new ReusedPages(undefined),
    program: join(root, "program.mjs"),
    patience,
  });
  const places = { root: at(""), outDir: at("site"), publicDir: at("public"), base: "/" };
  hooks["astro:config:done"]?.({
    config: { ...places, site: undefined, server: { port: 4321 } },
  });
  const chain: BeforePrerenderer[] = [];
  await hooks["astro:build:start"]?.({ setPrerenderer: (before) => void chain.push(before) });
  const inner: AstroPrerenderer = {
    name: "inner",
    getStaticPaths: async () => Array.from({ length: count }, (_, page) => pathTo(`/${page}/`)),
    render: async () => new Response(""),
  };
  takeReport();
  const left = await chain.reduce((before, next) => next(before), inner).getStaticPaths();
  const { messages, pages } = takeReport();
  return {
    left: left.map(({ pathname }) => pathname),
    said: messages.map(({ reason }) => reason).sort(),
    pages,
  };
}

it("keeps what processes said of the pages that they made before they ended", async () => {
  const { left, said, pages } = await shared(endsAtSecond, 450);
  // Each of the two makes one batch of a hundred.
  expect(said).toEqual(["Of /0/", "Of /100/"]);
  expect(pages).toBe(198);
  const made = 200 - 2;
  expect(left).toHaveLength(450 - made);
  expect(left).toContain("/449/");
  expect(left).toContain("/1/");
  expect(left).toContain("/101/");
  expect(left).not.toContain("/0/");
});

it("makes the pages of processes that hang, and says so", async () => {
  const { left, said } = await shared(hangsAtFirst, 450, short);
  expect(left).toHaveLength(450);
  expect(said).toEqual([
    "A process that makes pages did nothing for a minute, so it was ended. Other processes made its pages.",
  ]);
});
