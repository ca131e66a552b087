import { execFile } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { git as gitIn } from "../fixtures/git.ts";
import { arxivAnswer, closeServers, send, serve } from "../fixtures/local-server.ts";
import { engine, removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(async () => {
  await closeServers();
  await removeWorkspaces();
});

const read = (path: string) => readFileSync(join(engine, path), "utf8");
const form = z
  .object({ title: z.string(), body: z.array(z.object({ type: z.string() })) })
  .parse(parse(read(".github/ISSUE_TEMPLATE/add-a-paper.yml")));
const { jobs } = z
  .object({
    jobs: z.object({
      add: z.object({
        if: z.string(),
        steps: z.array(
          z.object({ name: z.string().optional(), run: z.string().optional() }).loose(),
        ),
      }),
    }),
  })
  .parse(parse(read(".github/workflows/add.yml")));

const scriptOf = (step: string) => jobs.add.steps.find(({ name }) => name === step)?.run ?? "";

/** Runs the script of a step as GitHub does, in a folder. */
function runStep(
  step: string,
  cwd: string,
  given: Record<string, string>,
): Promise<{ code: number; output: string }> {
  const env = {
    PATH: `${join(cwd, "bin")}:${process.env["PATH"]}`,
    HOME: cwd,
    RUNNER_TEMP: join(cwd, "temp"),
    ...given,
  };
  const parameters = ["--noprofile", "--norc", "-eo", "pipefail", "-c", scriptOf(step)];
  return new Promise((done) => {
    const child = execFile("bash", parameters, { cwd, env }, (_, out, said) =>
      done({ code: child.exitCode ?? -1, output: out + said }),
    );
  });
}

async function program(folder: string, name: string, text: string): Promise<void> {
  await mkdir(join(folder, "bin"), { recursive: true });
  await writeFile(join(folder, "bin", name), `#!/usr/bin/env bash\n${text}\n`);
  await chmod(join(folder, "bin", name), 0o755);
}

describe("the form for suggestions", () => {
  it("begins titles as the workflow expects it, and asks for nothing but the papers", () => {
    expect(jobs.add.if).toContain(
      `startsWith(github.event.issue.title, '${form.title.replace(/: $/, "")}')`,
    );
    expect(form.body.filter(({ type }) => type !== "markdown")).toHaveLength(1);
  });
});

describe("the workflow for suggestions", () => {
  let root = "";
  let environment: Record<string, string> = {};
  beforeAll(async () => {
    root = await workspaceWith({ "content/site.yaml": "title: Mine\n", "temp/x": "" });
    const server = await serve((path, response) => {
      if (path.startsWith("/daily")) return send(response, 404, "text/plain", "");
      const [, ids = ""] = /id_list=([^&]*)/.exec(path) ?? [];
      return send(response, 200, "application/atom+xml", arxivAnswer(...ids.split(",")));
    });
    environment = {
      OFFPRINT_ARXIV: `${server.address}/api`,
      OFFPRINT_DAILY_PAPERS: `${server.address}/daily`,
      OFFPRINT_DELAY: "0",
    };
    const add = join(engine, "scripts/add.ts");
    await program(
      root,
      "npm",
      `shift 3; exec "${process.execPath}" "${add}" --root "${root}" "$@"`,
    );
    await program(root, "gh", `echo "gh $*" >> "${root}/temp/gh.txt"`);
    const git = (...parameters: string[]) => gitIn(root, ...parameters);
    git("init", "--quiet", "--bare", "temp/origin.git");
    git("init", "--quiet", "--initial-branch=main");
    git("remote", "add", "origin", join(root, "temp/origin.git"));
    git("add", "content", "seeds");
    git("commit", "--quiet", "-m", "Begin");
  });

  const hostile = `### Which papers?

2510.01171
https://arxiv.org/abs/2510.01172 $(touch temp/run-1) \`touch temp/run-2\`
"; touch temp/run-3; echo "
::set-output name=x::y
@article{a, title={A Paper of Nobody}, year={2024}, eprint={2510.01173}}
- title: Another
  arxiv: 2510.01174
%n%s \\n \${{ github.token }}
`;

  it("takes nothing from an issue but ids", async () => {
    const { code, output } = await runStep("Add the papers", root, {
      ...environment,
      TEXT: hostile,
    });
    expect(code, output).toBe(0);
    expect(readFileSync(join(root, "temp/issue.md"), "utf8")).toBe(`${hostile}\n`);
    expect(globSync("temp/run-*", { cwd: root })).toEqual([]);
    expect(globSync("seeds/added/*", { cwd: root }).sort()).toEqual([
      "seeds/added/arxiv-2510.01171.xml",
      "seeds/added/arxiv-2510.01172.xml",
      "seeds/added/arxiv-2510.01174.xml",
    ]);
    expect(output).not.toContain("Nobody");
    expect(output).not.toMatch(/^::/m);
  });

  it("opens a pull request with the papers", async () => {
    const given = { NUMBER: "7", BRANCH: "main", RUN: "https://example.org/run", GH_TOKEN: "none" };
    const { code, output } = await runStep("Open a pull request", root, given);
    expect(code, output).toBe(0);
    const git = (...parameters: string[]) => gitIn(root, ...parameters);
    expect(git("log", "--format=%s", "main..origin/add-7").trim()).toBe("Add the papers of #7");
    expect(git("diff", "--name-only", "main", "origin/add-7").trim().split("\n")).toEqual([
      "content/addresses.jsonl",
      "seeds/added/arxiv-2510.01171.xml",
      "seeds/added/arxiv-2510.01172.xml",
      "seeds/added/arxiv-2510.01174.xml",
    ]);
    expect(readFileSync(join(root, "temp/gh.txt"), "utf8")).toContain(
      "gh pr create --head add-7 --base main",
    );
  });

  it("answers an issue without new papers", async () => {
    const given = { NUMBER: "8", BRANCH: "main", RUN: "https://example.org/run", GH_TOKEN: "none" };
    expect((await runStep("Open a pull request", root, given)).code).toBe(0);
    expect(readFileSync(join(root, "temp/gh.txt"), "utf8")).toContain("gh issue comment 8");
    expect(existsSync(join(root, "temp/origin.git/refs/heads/add-8"))).toBe(false);
  });
});
