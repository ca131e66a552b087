import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { git } from "../fixtures/git.ts";
import { engine, printed } from "../fixtures/workspaces.ts";

const folder = mkdtempSync(join(tmpdir(), "offprint-year-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const upstream = join(folder, "upstream");
const archive = join(folder, "archive");
const programs = join(folder, "programs");
const summary = join(folder, "summary.html");

const read = (root: string, path: string) => readFileSync(join(root, path), "utf8");

function write(root: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function change(path: string, from: string | RegExp, to: string): void {
  const text = read(upstream, path);
  const changed = text.replace(from, to);
  expect([path, changed]).not.toEqual([path, text]);
  write(upstream, { [path]: changed });
}

function commit(root: string, message: string): void {
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--message", message);
}

/** Runs a command of the archive's own engine. */
function runIn(script: string, options: string[] = [], more: Record<string, string> = {}) {
  const { BASE_URL: _, ...given } = process.env;
  const path = [programs, given["PATH"]].join(delimiter);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "./scripts/require-node.mjs", `scripts/${script}.ts`, ...options],
    { cwd: archive, encoding: "utf8", env: { ...given, PATH: path, CI: "true", ...more } },
  );
  return { status, said: `${stdout}${stderr}` };
}

const page = (path: string) => read(archive, join("dist", path, "index.html"));
const published = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary };

const own = {
  "content/site.yaml": "title: My Reading\nsample: false\n",
  "content/topics.yaml":
    "topics:\n  - { id: regret, name: Regret, broader: bandits, phrases: [Forking] }\n",
  "content/notes/gardens-of-forking-bandits.mdx":
    '---\nstatus: read\ncorrections:\n  topics: [bandits]\n---\n\nOn <Topic id="bandits" />, and <Topic id="bandid">others</Topic>.\n',
  "content/overrides/Masthead.astro":
    '---\nimport Original from "../../src/components/Masthead.astro";\n---\n<div data-own-masthead><Original {...Astro.props} /></div>\n',
  "content/pages/talks.mdx":
    '---\ntitle: Talks\n---\n\nimport { counted } from "../../src/schemas/counted.ts";\n\n{counted()}\n',
  "content/theme.css": ":root {\n  --accent: rebeccapurple;\n}\n",
  "seeds/2024-05-06.txt": printed("Gardens of Forking Bandits", "May 6, 2024"),
  "seeds/2024-06-10.txt": printed("Another Bandit Altogether", "Jun 10, 2024"),
};

beforeAll(() => {
  const files = git(engine, "ls-files", "--cached", "--others", "--exclude-standard");
  const isShipped = (path: string) =>
    path !== "" && !/^(?:tests\/|(?:seeds|content)\/(?!README))/.test(path);
  for (const path of files.split("\n").filter(isShipped)) {
    if (existsSync(join(engine, path))) {
      cpSync(join(engine, path), join(upstream, path), { recursive: true });
    }
  }
  write(upstream, { "src/schemas/counted.ts": "export const counted = () => 1;\n" });
  git(upstream, "init", "--quiet", "--initial-branch=main");
  commit(upstream, "The first version");
  git(upstream, "tag", "v1.0.0");
  git(folder, "clone", "--quiet", upstream, archive);
  for (const [name, value] of [
    ["user.name", "A. Tester"],
    ["user.email", "a@example.org"],
  ] as const)
    git(archive, "config", name, value);
  write(archive, own);
  commit(archive, "My papers");
  symlinkSync(join(engine, "node_modules"), join(archive, "node_modules"), "junction");
  // An npm that needs no network, and must not empty the packages of this repository.
  const npm = `#!/bin/sh\necho "$@" >> "${programs}/calls"\n[ -e node_modules ] || ln -s "${engine}/node_modules" node_modules\n`;
  write(programs, { npm });
  chmodSync(join(programs, "npm"), 0o755);
});

/** A version that renames a component and a topic, adds a package, writes entries otherwise and has a route less. */
function releaseNewer(): void {
  renameSync(
    join(upstream, "src/components/Masthead.astro"),
    join(upstream, "src/components/SiteHead.astro"),
  );
  for (const path of globSync("src/**/*.astro", { cwd: upstream })) {
    const text = read(upstream, path);
    write(upstream, { [path]: text.replaceAll("/Masthead.astro", "/SiteHead.astro") });
  }
  change("src/workspace/overrides.ts", '"Masthead"', '"SiteHead"');
  change("src/workspace/overrides.ts", "  Shelf:", '  Masthead: "SiteHead",\n  Shelf:');
  change("src/topics/taxonomy/decisions.yaml", "- id: bandits\n", "- id: armed-bandits\n");
  change("src/topics/taxonomy/translations/de.yaml", "- id: bandits\n", "- id: armed-bandits\n");
  change(
    "src/topics/renamed-topics.ts",
    "RenamedTopics = {}",
    'RenamedTopics = { bandits: "armed-bandits" }',
  );
  change(
    "src/ingest/to-mdx.ts",
    "Made by `npm run ingest` from seeds/;",
    "Made by a newer version from seeds/;",
  );
  rmSync(join(upstream, "src/pages/with-code"), { recursive: true });
  rmSync(join(upstream, "src/schemas/counted.ts"));
  const packages = z
    .looseObject({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read(upstream, "package.json")));
  const version = /"version": "(.*?)"/.exec(read(engine, "node_modules/nanoid/package.json"))?.[1];
  packages.dependencies["nanoid"] = version ?? "";
  write(upstream, { "package.json": `${JSON.stringify(packages, null, 2)}\n` });
  change(
    "package-lock.json",
    '"dependencies": {',
    `"dependencies": {\n        "nanoid": "${version}",`,
  );
  change("CHANGELOG.md", "### Added\n", "### Added\n\n- `Masthead` is called `SiteHead`.\n");
  commit(upstream, "A newer version");
  git(upstream, "tag", "v1.1.0");
}

// One after the other: each goes on from what was before.
describe("an archive of which the engine changes what the owner built upon", () => {
  it("is built aside, told what to change, and then updated", () => {
    releaseNewer();
    const { status, said } = runIn("update", ["--from", upstream]);
    expect([status, said]).toEqual([0, expect.stringContaining("Updated to v1.1.0")]);
    expect(said).toContain("- `Masthead` is called `SiteHead`.");
    expect(said).toContain("The errors above are what you need to change after the update.");
    expect(said).toMatch(/content\/pages\/talks\.mdx:5 {2}error/);
    expect(read(programs, "calls")).toBe("ci --no-audit --no-fund\n".repeat(2));
    for (const [path, text] of Object.entries(own)) expect(read(archive, path)).toBe(text);
    expect(existsSync(join(archive, "src/pages/with-code"))).toBe(false);
  });

  it("is published with all that is sound, and the summary of the run lists the rest", () => {
    write(archive, { "seeds/broken.json": '[{ "title": "Cut o' });
    const { status, said } = runIn("build", ["--publish"], published);
    expect([status, said]).toEqual([0, expect.stringContaining(" pages in ")]);
    const paper = page("papers/gardens-of-forking-bandits");
    const pages = globSync("dist/**/index.html", { cwd: archive }).map((path) =>
      read(archive, path),
    );
    expect(pages.some((text) => text.includes("data-own-masthead"))).toBe(true);
    expect(paper).toMatch(/href="\/topics\/armed-bandits\/"/);
    expect(page("topics/bandits")).toContain("/topics/armed-bandits/");
    expect(page("talks")).toContain("{counted()}");
    const listed = readFileSync(summary, "utf8");
    for (const fault of ["content/pages/talks.mdx:5", "seeds/broken.json"]) {
      expect(listed).toContain(fault);
    }
    for (const rule of ["renamed-component", "renamed-topic"]) expect(said).toContain(`[${rule}]`);
  });

  it("is not published if the owner wants all or nothing, or published papers would be missing", () => {
    write(archive, { "content/site.yaml": `${own["content/site.yaml"]}strict: true\n` });
    expect(runIn("build", ["--publish"], published).status).toBe(1);
    write(archive, {
      "content/site.yaml": own["content/site.yaml"],
      "seeds/2024-05-06.txt": "\0\0",
    });
    rmSync(join(archive, "content/papers"), { recursive: true });
    const { status, said } = runIn("build", ["--publish"], published);
    expect([status, said]).toEqual([
      1,
      expect.stringContaining("published papers would be missing from it"),
    ]);
  });
});
