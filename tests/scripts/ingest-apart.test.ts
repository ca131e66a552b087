import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ingestApart } from "../../scripts/ingest-apart.ts";
import { stopWaiting } from "../../src/workspace/beside/waiting.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const options = { strict: false, verbose: false, publish: false, fresh: false };

it.each([
  ["by a signal", true, 'process.kill(process.pid, "SIGKILL");', "with signal SIGKILL"],
  ["by a signal, of a large archive", false, 'process.kill(process.pid, "SIGKILL");', "SIGKILL"],
  ["with another exit code", true, "process.exit(9);", "with exit code 9"],
])("fails if its process ends %s", async (_, isForSite, code, reason) => {
  const root = await workspaceWith({ "ends.mjs": code });
  const program = join(root, "ends.mjs");
  await expect(ingestApart(root, { ...options, isForSite, program })).rejects.toThrow(reason);
});

it.each([
  [true, 0],
  [false, 1],
])("is %s if its process says %d", async (isWhole, code) => {
  const says = `process.send({ code: ${code} }); process.once("message", () => {});`;
  const root = await workspaceWith({ "says.mjs": says });
  const program = join(root, "says.mjs");
  expect(await ingestApart(root, { ...options, isForSite: true, program })).toBe(isWhole);
  stopWaiting(root);
});

it("is false if its process ends as after errors", async () => {
  const root = await workspaceWith({ "ends.mjs": "process.exit(1);" });
  const program = join(root, "ends.mjs");
  expect(await ingestApart(root, { ...options, isForSite: false, program })).toBe(false);
});
