import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** The partitions of a site, what all of their pages are made from, and further options of their builds. */
interface Graph {
  names: readonly string[];
  key: string;
  options: readonly string[];
}

/**
 * Writes a workspace of Turborepo into a folder of an archive: a package for each partition, whose task makes its
 * pages, and one whose task joins them. The digest of what they are made from is in each package's manifest, so
 * Turborepo takes the result of a task from its cache, here or elsewhere, if nothing has changed.
 */
export function writeTaskGraph(root: string, folder: string, { names, key, options }: Graph): void {
  rmSync(join(folder, "packages"), { recursive: true, force: true });
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
    return { name: `pages-${partition}`, path, out, scripts: { pages: script } };
  });
  const joined = build(
    "packages/site",
    "--join",
    ...pages.map(({ out }) => out),
    "--out",
    fromRoot("packages/site/site"),
  );
  const site = { name: "site", path: "packages/site", scripts: { site: joined } };
  const dependencies = Object.fromEntries(pages.map(({ name }) => [name, "0.0.0"]));
  const version = "0.0.0";
  for (const { name, path, scripts } of [...pages, site]) {
    const needed = path === site.path ? { dependencies } : {};
    const manifest = { name, version, private: true, madeFrom: key, scripts, ...needed };
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

function posix(path: string): string {
  return path.replaceAll("\\", "/");
}

/** A word of a command line. */
function quoted(word: string): string {
  return /^[\w./:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
