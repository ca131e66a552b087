import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { startMaker } from "../../src/astro/page-makers/start-maker.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const facts = { entry: "none.mjs", base: "/", port: 4321, styles: [], imports: [], shipped: [] };

it.each([
  ["cannot begin", undefined],
  [
    "ends while it makes pages",
    'process.on("message", ({ type }) => { if (type === "pages") process.exit(1); if (type === "begin") process.send({ type: "ready", left: [], pages: 0 }); });',
  ],
])("leaves all pages of a process that %s", async (_, program) => {
  const root = await workspaceWith({ "program.mjs": program ?? "" });
  const task = { root, stage: join(root, "site"), bundle: { server: root, facts } };
  const record = join(root, "record.json");
  const paths = program === undefined ? [] : [join(root, "program.mjs")];
  const maker = startMaker({ ...task, record }, ...paths);
  expect(await maker.make(["/a/", "/b/"])).toEqual({ left: ["/a/", "/b/"], pages: 0 });
  expect(await maker.make(["/c/"])).toEqual({ left: ["/c/"], pages: 0 });
  expect(await maker.end()).toBeUndefined();
});
