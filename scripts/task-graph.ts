import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/**
 * The partitions of a site; the key of each, which stays as long as its files do, and that of the site; and further options
 * of their builds.
 */
interface Graph {
  names: readonly string[];
  keys: Readonly<Record<string, string>>;
  key: string;
  options: readonly string[];
}

/**
 * Writes a workspace of Turborepo into a folder of an archive: a package for each partition, whose task makes its
 * pages, and one whose task joins them. Its key is in each package's manifest, so Turborepo takes the result of a task from
 * its cache, here or elsewhere, if it would be the same. What was built stays.
 */
export function writeTaskGraph(
  root: string,
  folder: string,
  { names, keys, key, options }: Graph,
): void {
  for (const name of foldersIn(join(folder, "packages"))) {
    const isKept = names.includes(name);
    if (!isKept) rmSync(join(folder, "packages", name), { recursive: true, force: true });
  }
  const write = (path: string, value: object) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${JSON.stringify(value, undefined, 2)}\n`);
  };
  const fromRoot = (path: string) => posix(relative(root, join(folder, path)));
  const build = (path: string, ...given: readonly string[]) =>
    `cd ${posix(relative(join(folder, path), root))} && node --import ./scripts/require-node.mjs scripts/build.ts ${[...given, ...options.map(quoted)].join(" ")}`;
  const pages = names.map((partition) => {
    const path = `packages/${partition}`;
    const out = fromRoot(`${path}/partition`);
    const script = build(path, "--partition", partition, "--out", out);
    const madeFrom = keys[partition] ?? key;
    return { name: `pages-${partition}`, path, out, madeFrom, scripts: { pages: script } };
  });
  const joined = build(
    "packages/site",
    "--join",
    ...pages.map(({ out }) => out),
    "--out",
    fromRoot("packages/site/site"),
  );
  const site = { name: "site", path: "packages/site", madeFrom: key, scripts: { site: joined } };
  const dependencies = Object.fromEntries(pages.map(({ name }) => [name, "0.0.0"]));
  const version = "0.0.0";
  for (const { name, path, madeFrom, scripts } of [...pages, site]) {
    const needed = path === site.path ? { dependencies } : {};
    const manifest = { name, version, private: true, madeFrom, scripts, ...needed };
    write(`${path}/package.json`, manifest);
  }
  const whole = { name: "offprint-partitions", version, workspaces: ["packages/*"] };
  write("package.json", { ...whole, private: true, packageManager: "npm@11.0.0" });
  const locked = [...pages, site].flatMap(({ name, path }) => [
    [`node_modules/${name}`, { resolved: path, link: true }],
    [path, { name, version }],
  ]);
  const packages = { "": whole, ...Object.fromEntries(locked) };
  write("package-lock.json", { name: whole.name, version, lockfileVersion: 3, packages });
  copyFileSync(join(import.meta.dirname, "partitions/turbo.json"), join(folder, "turbo.json"));
}

/** Where the task of a partition builds it. */
export function partitionOfTask(folder: string, name: string): string {
  return join(folder, "packages", name, "partition");
}

function foldersIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function posix(path: string): string {
  return path.replaceAll("\\", "/");
}

/** A word of a command line. */
function quoted(word: string): string {
  return /^[\w./:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
