import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import { withLock } from "../../src/workspace/lock.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const script = resolve(import.meta.dirname, "../../scripts/ingest-apart.ts");

it("ends a build that could not read the seeds because of another command", async () => {
  const root = await workspaceWith({ "seeds/a.bib": "@misc{a, title={A}}\n" });
  const build = `
    import { ingestApart } from ${JSON.stringify(script)};
    await ingestApart();
    console.log("The build goes on.");
  `;
  const { status, stdout, stderr } = await withLock(join(root, ".cache/lock"), async () =>
    spawnSync(process.execPath, ["--input-type=module", "--eval", build], {
      cwd: root,
      encoding: "utf8",
    }),
  );
  expect(stderr).toContain("Error: ");
  expect(stderr).toContain(`(process ${process.pid}) has been working in this archive since`);
  expect(stdout).toBe("");
  expect(status).toBe(1);
});
