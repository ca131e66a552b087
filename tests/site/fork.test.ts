import { spawnSync } from "node:child_process";
import {
  cpSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { printed } from "../fixtures/workspaces.ts";

const engine = resolve(import.meta.dirname, "../..");
const folder = join(engine, ".cache/test/fork");
const upstream = join(folder, "upstream");
const fork = join(folder, "fork");
const copy = join(folder, "copy");
const sample = "daily-papers-11-13.txt";

// Astro would use the test runner's BASE_URL as the owner's base path.
const { BASE_URL: _, ...ownEnv } = process.env;
const env = { ...ownEnv, CI: "true", GIT_CONFIG_GLOBAL: "/dev/null" };

function run(cwd: string, program: string, ...parameters: string[]): string {
  const result = spawnSync(program, parameters, { cwd, encoding: "utf8", env });
  const output = `${result.stdout}${result.stderr}`;
  if (result.status !== 0) throw new Error(`${program} ${parameters.join(" ")}:\n${output}`);
  return output;
}

const git = (cwd: string, ...parameters: string[]) =>
  run(
    cwd,
    "git",
    "-c",
    "user.name=A. Tester",
    "-c",
    "user.email=tester@example.org",
    ...parameters,
  );

function write(root: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function change(root: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(root, path), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(root, path), text.replace(from, to));
}

const own = {
  "seeds/mine/2024-05-06.txt": printed("Gardens of Forking Bandits", "May 6, 2024"),
  "content/site.yaml": "title: My Reading\nbase: /list\nauthor: A. Forker\n",
  "content/topics.yaml":
    "topics:\n  - id: forking-paths\n    name: Forking Paths\n    phrases: [Forking Bandits]\n  - { id: bandits, merge: forking-paths }\n",
  "content/notes/gardens-of-forking-bandits.mdx":
    "---\nstatus: read\n---\n\nThe second proof is the better one.\n",
  "content/theme.css": ":root {\n  --accent: rebeccapurple;\n}\n",
  "content/overrides/SearchForm.astro":
    '---\nimport Original from "../../src/components/SearchForm.astro";\n---\n<p>My own search</p>\n<Original {...Astro.props} />\n',
  // A changed copy: its imports are relative to where it was copied from.
  "content/overrides/Colophon.astro": readFileSync(
    join(engine, "src/components/Colophon.astro"),
    "utf8",
  ).replace("<footer", '<footer data-own="yes"'),
  "content/pages/how-i-read.mdx":
    "---\ntitle: How I read\ndescription: In the morning.\n---\n\nI read $n^2$ papers a day.\n",
};

/** Code that an update of the engine broke, and files with names that it does not know. */
const failing = {
  "content/overrides/Neighbours.astro":
    "---\nconst { removed } = Astro.props;\nconst names = removed.list.map(String);\n---\n<p>{names}</p>\n",
  "content/overrides/TopicsOfPaper.astro":
    '---\nimport { renamed } from "../helpers/days.ts";\n---\n<p>{renamed()}</p>\n',
  "content/helpers/days.ts":
    '// Helpers\nimport { absent } from "../../src/schemas/defined.ts";\nexport const renamed = () => absent();\n',
  "content/overrides/Shelf.astro":
    '---\nimport Original from "../../src/components/Shelf.astro";\n---\n<div data-shelf><Original {...Astro.props}><slot /></Original></div>\n',
  "content/overrides/Serchform.astro": "<p />\n",
  "content/components/Chart.astro":
    '---\nimport gone from "../../src/archive/gone.ts";\n---\n<b>{gone}</b>\n',
  "content/components/Table.astro": "---\nnull.rows;\n---\n<table><slot /></table>\n",
  "content/notes/gardens-of-forking-bandits.mdx":
    '---\nstatus: read\n---\n\nThe second proof is <Chart>the better one</Chart>. <Table>Numbers</Table>\n\n<Topic id="bandits" /> <Topic id="bandid">Text</Topic>\n',
  "content/pages/talks.mdx":
    '---\ntitle: Talks\n---\n\nimport { absent } from "../../src/schemas/defined.ts";\n\n{absent()}\n',
};

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  const tracked = git(engine, "ls-files", "--cached", "--others", "--exclude-standard");
  // The engine as shipped, even if these tests run in a fork.
  const isShipped = (path: string) => path !== "" && !/^(?:seeds|content)\/(?!README)/.test(path);
  for (const path of tracked.split("\n").filter(isShipped)) {
    cpSync(join(engine, path), join(upstream, path), { recursive: true });
  }
  cpSync(join(engine, "tests/fixtures", sample), join(upstream, "seeds", sample));
  git(upstream, "init", "--quiet", "--initial-branch=main");
  git(upstream, "add", ".");
  git(upstream, "commit", "--quiet", "-m", "The engine");

  git(folder, "clone", "--quiet", upstream, fork);
  rmSync(join(fork, "seeds", sample));
  write(fork, own);
  git(fork, "add", "--all");
  git(fork, "commit", "--quiet", "-m", "My papers");

  // What "Use this template" creates: the same files without their history.
  cpSync(upstream, copy, { recursive: true, filter: (path) => !path.endsWith("/.git") });
  write(copy, own);
  git(copy, "init", "--quiet", "--initial-branch=main");
  git(copy, "add", ".");
  git(copy, "commit", "--quiet", "-m", "My papers, from the template");

  change(
    upstream,
    "src/pages/about.astro",
    "{aboutPage.heading}</h1>",
    "About, in a newer engine</h1>",
  );
  change(upstream, "src/components/SearchForm.astro", "---\n", "---\n// A newer engine.\n");
  change(upstream, "README.md", "# Offprint", "# Offprint, newer");
  change(upstream, "content/README.md", "# Content", "# Content, newer");
  write(upstream, { "src/components/Newer.astro": "<p>new</p>\n" });
  git(upstream, "add", "--all");
  git(upstream, "commit", "--quiet", "-m", "A newer engine");
});

describe("a fork that updates the engine", () => {
  let report = "";
  const page = (path: string) => readFileSync(join(fork, "dist", path, "index.html"), "utf8");

  it("merges without a conflict and keeps every file of the owner unchanged", () => {
    git(fork, "pull", "--quiet", "--no-rebase", "--no-edit", "origin", "main");
    expect(git(fork, "status", "--porcelain")).toBe("");
    for (const [path, text] of Object.entries(own)) {
      expect(readFileSync(join(fork, path), "utf8")).toBe(text);
    }
    expect(git(fork, "ls-files", "seeds")).not.toContain(sample);
    expect(readFileSync(join(fork, "README.md"), "utf8")).toContain("# Offprint, newer");
  });

  it("builds the owner's files with the newer engine", () => {
    symlinkSync(join(engine, "node_modules"), join(fork, "node_modules"), "junction");
    write(fork, failing);
    const result = spawnSync(process.execPath, ["scripts/build.ts"], {
      cwd: fork,
      encoding: "utf8",
      env,
    });
    expect([result.status, result.stdout]).toEqual([1, expect.stringContaining(" pages in ")]);
    report = result.stderr;
    const paper = page("papers/gardens-of-forking-bandits");
    expect(paper).toContain('href="/list/topics/forking-paths/"');
    expect(page(".")).toContain("My Reading");
    expect(page(".")).toContain("maintained by A. Forker");
    expect(page(".")).toContain('data-own="yes"');
    expect(page("search")).toMatch(/My own search[\s\S]*search-input/);
    expect(page("how-i-read")).toMatch(/<h1>How I read<\/h1>[\s\S]*class="katex"/);
    expect(page("about")).toContain("About, in a newer engine");
    expect(page("about")).toContain('href="/list/how-i-read/"');
    const styles = globSync("dist/_astro/*.css", { cwd: fork }).map((path) =>
      readFileSync(join(fork, path), "utf8"),
    );
    expect(styles.join("\n")).toMatch(/--accent:\s*(?:rebeccapurple|#639)/);
  });

  it("shows the engine's own part where an owner's one fails, and names its file and line", () => {
    const paper = page("papers/gardens-of-forking-bandits");
    expect(paper).toContain("The second proof is the better one. Numbers");
    expect(paper).toContain('href="/list/topics/forking-paths/"');
    expect(paper).toMatch(/<a href="\/list\/topics\/forking-paths\/">Forking Paths<\/a>\s+Text/);
    expect(page("talks")).toContain("{absent()}");
    const reported = [...report.matchAll(/^(content\/\S+) {2}.*\[([a-z-]+)\]$/gm)]
      .map(([, place, rule]) => `${place} ${rule}`)
      .filter((text) => !text.endsWith(" unrecorded-addresses"));
    expect(reported.sort()).toEqual([
      "content/components/Chart.astro:2 component-failed",
      "content/components/Table.astro:2 component-failed",
      "content/helpers/days.ts:2 override-failed",
      "content/notes/gardens-of-forking-bandits.mdx:7 unknown-topic-link",
      "content/overrides/Neighbours.astro:3 override-failed",
      "content/overrides/Serchform.astro unknown-override",
      "content/overrides/Shelf.astro renamed-component",
      "content/pages/talks.mdx:5 code-failed",
    ]);
  });

  it("finds a component of the engine by its former name", () => {
    expect(page("topics/forking-paths")).toMatch(/data-shelf[\s\S]*Gardens of Forking Bandits/);
    expect(report).toContain('The component "Shelf" is called "PaperGroup" now.');
  });

  it("reports an override of an unknown component, with the nearest name", () => {
    expect(report).toContain('Did you mean "SearchForm.astro"?');
  });

  it("merges without a shared history with the command in docs/publishing.md", () => {
    const page = readFileSync(join(engine, "docs/publishing.md"), "utf8");
    const [unrelated = ""] = /--allow-unrelated-histories -X theirs/.exec(page) ?? [];
    const pull = ["pull", "--quiet", "--no-rebase", "--no-edit"];
    git(copy, "remote", "add", "engine", upstream);
    git(copy, ...pull, ...unrelated.split(" "), "engine", "main");
    expect(git(copy, "status", "--porcelain")).toBe("");
    for (const [path, text] of Object.entries(own)) {
      expect(readFileSync(join(copy, path), "utf8")).toBe(text);
    }
    expect(readFileSync(join(copy, "README.md"), "utf8")).toContain("# Offprint, newer");
  });
});
