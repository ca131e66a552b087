import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { searchRoot } from "../../src/search/engine/paths.ts";
import { startBeside } from "../../src/workspace/beside/start.ts";
import { letWait, stopWaiting } from "../../src/workspace/beside/waiting.ts";
import {
  lastRelated,
  relatedKept,
  relatedOf,
  textsOf,
} from "../../src/workspace/derived-archive.ts";
import { derived, derivedBy } from "../../src/workspace/derived-cache.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readArchive } from "../../src/workspace/read-archive.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { engine, printed, removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

it("makes related papers and the search index in a process of its own", async () => {
  const papers = ["Bandits in Rain", "Bandits in Snow", "Graphs of Rain"];
  const root = await workspaceWith({
    "seeds/a-2025-11-13.txt": papers.map((title) => printed(title)).join(""),
    "package.json": "{}",
  });
  await symlink(join(engine, "src"), join(root, "src"));
  await runIngest(root);
  const made = startBeside(root, join(root, "made"));
  expect(await made.search).toEqual({ papers: 3, messages: [], same: [] });
  const digests = await Promise.all([made.related, made.map, made.likeness]);
  expect(digests).toEqual(digests.map(() => expect.stringMatching(/^[0-9a-f]{64}$/)));
  expect(existsSync(join(root, "made", searchRoot))).toBe(true);
  const workspace = workspaceAt(root);
  const { value } = await readArchive(workspace);
  const never = () => {
    throw new Error("The process has made them.");
  };
  const terms = { counted: never, vectors: never };
  const related = await derived({ root }, relatedOf({ root }, textsOf(workspace, value), terms));
  const digest = (await made.related) ?? "";
  expect(await derivedBy({ root }, relatedKept, digest)).toEqual(related);
  expect(await lastRelated({ root })).toEqual(related.related);
});

it("says why there is no search index if the process ends early, and lets pages be made", async () => {
  const root = await workspaceWith({ "ends.mjs": "process.exit(3);\n" });
  const made = startBeside(root, join(root, "made"), {
    program: join(root, "ends.mjs"),
  });
  expect(await Promise.all([made.related, made.map, made.likeness])).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  await expect(made.search).rejects.toThrow("its process ended early, with exit code 3");
});

it("says so if the process hangs, and lets pages be made", async () => {
  const root = await workspaceWith({ "hangs.mjs": "for (;;);\n" });
  const program = join(root, "hangs.mjs");
  const made = startBeside(root, join(root, "made"), { program, patience: 300 });
  expect(await Promise.all([made.related, made.map, made.likeness])).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  await expect(made.search).rejects.toThrow("its process did nothing for a minute");
});

/** A process that does nothing but repeat its task, as if it had made an index. */
const repeats = `process.once("message", (task) => {
  process.send({ name: "search", written: { papers: 3, messages: [], same: [task.folder] } });
  process.disconnect();
});
`;

it("gives the task to a process that waits, and only once", async () => {
  const root = await workspaceWith({ "repeats.mjs": repeats, "ends.mjs": "process.exit(3);\n" });
  letWait(root, fork(join(root, "repeats.mjs")));
  const program = join(root, "ends.mjs");
  const made = startBeside(root, join(root, "made"), { program });
  expect(await made.search).toEqual({ papers: 3, messages: [], same: [join(root, "made")] });
  const again = startBeside(root, join(root, "made"), { program });
  await expect(again.search).rejects.toThrow("exit code 3");
});

it("starts a process if the one that waits has ended or was stopped", async () => {
  const root = await workspaceWith({ "repeats.mjs": repeats, "ends.mjs": "process.exit(3);\n" });
  const program = join(root, "ends.mjs");
  for (const end of ["killed", "stopped"]) {
    const child = fork(join(root, "repeats.mjs"));
    const ended = new Promise((done) => child.once("close", done));
    letWait(root, child);
    if (end === "killed") child.kill("SIGKILL");
    else stopWaiting(root);
    await ended;
    await expect(startBeside(root, root, { program }).search).rejects.toThrow("exit code 3");
  }
});
