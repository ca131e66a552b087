import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { copyEngine } from "../../scripts/copy-engine.ts";

const root = resolve(import.meta.dirname, "../..");
const archive = join(root, ".cache/test/disk-faults");
const seed = "daily-papers-11-13.txt";

/** Starts a shell in which mounts are its own, as root or as an ordinary user who may do that. */
const apart = ["--mount", "--user", "--map-root-user"];
const canMount =
  process.platform === "linux" &&
  spawnSync("unshare", [...apart, "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;

/** An archive with the seed, and with its entries if asked for. */
function makeArchive({ ingested = false } = {}): void {
  copyEngine(root, archive);
  cpSync(join(root, "tests/fixtures", seed), join(archive, "seeds", seed));
  writeFileSync(join(archive, "refs.bib"), "@misc{a, title={A Title}, abstract={An abstract.}}\n");
  if (ingested) execFileSync(process.execPath, ["scripts/ingest.ts"], { cwd: archive });
}

/** Runs a shell's command in the archive, after mounts that nobody else sees. */
function runWith(mounts: string, command: string) {
  const script = `set -e; ${mounts}; set +e; ${command}`;
  const { status, stdout, stderr } = spawnSync("unshare", [...apart, "sh", "-c", script], {
    cwd: archive,
    encoding: "utf8",
    env: { ...process.env, node: process.execPath, CI: "true" },
  });
  return { status, said: stdout + stderr };
}

/** Puts a small disk with the same files in a folder's place, and leaves so many kilobytes free. */
const smallDisk = (folder: string, free: number) =>
  [
    `mkdir -p ${folder} .copy && cp -a ${folder}/. .copy`,
    `mount -t tmpfs -o size=8m none ${folder}`,
    `cp -a .copy/. ${folder} && rm -r .copy`,
    `rest=$(($(df -k --output=avail ${folder} | tail -1) - ${free}))`,
    `head -c "$rest"k /dev/zero > ${folder}/.filler`,
  ].join("; ");

const readOnly = (folder: string) =>
  `mkdir -p ${folder}; mount --bind ${folder} ${folder}; mount -o remount,bind,ro ${folder}`;

const cases = [
  [
    "ingest",
    smallDisk("content", 60),
    "ingest",
    /content\/papers\S* cannot be written: the disk is full \(ENOSPC\)/,
  ],
  [
    "add",
    smallDisk("seeds", 0),
    "add refs.bib",
    /seeds\/added\S* cannot be written: the disk is full \(ENOSPC\)/,
  ],
  [
    "note",
    smallDisk("content", 0),
    "note introduction-to-multi-armed-bandits",
    /content\S* cannot be written: the disk is full \(ENOSPC\)/,
  ],
  [
    "ingest",
    readOnly("content"),
    "ingest",
    /content\S* cannot be written: the disk is read-only \(EROFS\)/,
  ],
  [
    "ingest",
    readOnly(".cache"),
    "ingest",
    /\.cache\/lock cannot be written: the disk is read-only \(EROFS\)/,
  ],
  [
    "add",
    readOnly("seeds"),
    "add refs.bib",
    /seeds\S* cannot be written: the disk is read-only \(EROFS\)/,
  ],
] as const;

describe("a fault of the disk", () => {
  it.for(cases)("ends $0 with its path in words", ([, mounts, command, words], { skip }) => {
    skip(!canMount, "this system lets nobody mount a disk here");
    makeArchive({ ingested: command.startsWith("note") });
    const [name, ...parameters] = command.split(" ");
    const run = `"$node" scripts/${name}.ts ${parameters.join(" ")}`;
    const { status, said } = runWith(mounts, run);
    expect(said).toMatch(words);
    expect(status).toBe(1);
    expect(existsSync(join(archive, "seeds", seed))).toBe(true);
  });

  it("leaves the last site in its place", ({ skip }) => {
    skip(!canMount, "this system lets nobody mount a disk here");
    makeArchive();
    rmSync(join(archive, "refs.bib"));
    const build = `"$node" scripts/build.ts --out site/dist`;
    // The disk has room for the first site and half of another one.
    const mounts = "mkdir site; mount -t tmpfs -o size=9m none site";
    const full = runWith(
      mounts,
      `${build} && ${build}; echo "code $?"; ls site -A; ls site/dist | wc -l`,
    );
    expect(full.said).toMatch(/site\S* cannot be written: the disk is full \(ENOSPC\)/);
    expect(full.said).toMatch(/No site was built\. \S*site\/dist still has the last one, of 2/);
    expect(full.said).toMatch(/code 1\ndist\n/);
    expect(readdirSync(archive)).not.toContain("dist");
  });

  it("of a folder that is a mount point replaces its files one by one", ({ skip }) => {
    skip(!canMount, "this system lets nobody mount a disk here");
    makeArchive();
    writeFileSync(
      join(archive, "replace.ts"),
      `import { cpSync } from "node:fs";
      import { replaceSite } from "./src/workspace/site-folder.ts";
      await replaceSite(process.argv[2], async (stage) => cpSync(process.argv[3], stage, { recursive: true }));`,
    );
    const sites = ["first", "second"].map(
      (name) =>
        `mkdir -p ${name}/only-${name}; for file in index.html 404.html SHA256SUMS; do echo ${name} > ${name}/$file; done`,
    );
    const mounts = `${sites.join("; ")}; mkdir out; mount --bind out out; cp -a first/. out; echo mine > out/.git`;
    const replace = `"$node" replace.ts out second; echo "code $?"; LC_ALL=C ls -A . out; cat out/index.html out/.git`;
    const { said } = runWith(mounts, replace);
    expect(said).toContain("code 0");
    expect(said).toContain(
      "out:\n.git\n404.html\nSHA256SUMS\nindex.html\nonly-second\nsecond\nmine\n",
    );
    expect(said).not.toContain(".offprint");
  });
});
