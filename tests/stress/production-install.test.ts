import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
// npm also looks for programs in the `node_modules` of folders around a project, so this one is elsewhere.
const folder = mkdtempSync(join(tmpdir(), "offprint-production-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { HOME, PATH = "" } = process.env;

/** The PATH without the folders that npm adds, so that `node` is the system's own. */
const ownPath = PATH.split(delimiter)
  .filter((part) => !part.includes("node_modules"))
  .join(delimiter);

const versions = [
  { name: "the system's own Node", path: ownPath },
  { name: "Node 24", path: [join(root, "node_modules/node/bin"), ownPath].join(delimiter) },
];

function run(path: string, cwd: string, program: string, ...parameters: string[]): string {
  const env = { HOME, PATH: path, CI: "true" };
  return execFileSync(program, parameters, { cwd, env, encoding: "utf8", stdio: "pipe" });
}

/** Copies the files that git tracks or would add. */
function copyRepository(): void {
  rmSync(folder, { recursive: true, force: true });
  const files = run(ownPath, root, "git", "ls-files", "--cached", "--others", "--exclude-standard");
  for (const path of files.split("\n").filter((name) => existsSync(join(root, name)))) {
    if (path !== "") cpSync(join(root, path), join(folder, path));
  }
}

describe("npm ci --omit=dev && npm run build", () => {
  it.each(versions)("makes the site with $name", ({ path }) => {
    copyRepository();
    run(path, folder, "npm", "ci", "--omit=dev", "--prefer-offline");
    expect(existsSync(join(folder, "node_modules/vitest"))).toBe(false);
    run(path, folder, "npm", "run", "build");
    expect(readFileSync(join(folder, "dist/index.html"), "utf8")).toContain("<!DOCTYPE html>");
  });
});

describe("npm ci --ignore-scripts", () => {
  it("makes the site with Node 24, and says what to do with a Node that cannot", () => {
    copyRepository();
    run(ownPath, folder, "npm", "ci", "--omit=dev", "--ignore-scripts", "--prefer-offline");
    const check = "scripts/require-node.mjs";
    expect(run(versions[1]?.path ?? "", folder, "node", check)).toBe("");
    const own = run(ownPath, folder, "node", "--version");
    if (Number(/\d+/.exec(own)?.[0]) >= 23) return;
    expect(() => run(ownPath, folder, "npm", "run", "build")).toThrow(
      /npm rebuild node --ignore-scripts=false/,
    );
  });
});
