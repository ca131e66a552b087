import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { copyEngine } from "../../scripts/copy-engine.ts";
import { filesUnder } from "../../src/workspace/files-under.ts";

const root = resolve(import.meta.dirname, "../..");
const seed = "daily-papers-11-13.txt";

/** Builds the seed's site in an archive of this name, and returns its files. */
async function built(name: string, out: string): Promise<Map<string, Buffer>> {
  const folder = join(root, ".cache/test", name);
  copyEngine(root, folder);
  cpSync(join(root, "tests/fixtures", seed), join(folder, "seeds", seed));
  execFileSync(process.execPath, ["scripts/build.ts", "--out", out], { cwd: folder });
  const paths = await filesUnder(join(folder, out));
  const files = new Map(paths.map((path) => [path, readFileSync(join(folder, out, path))]));
  rmSync(folder, { recursive: true });
  return files;
}

describe("npm run build", () => {
  it("makes the same site in folders with odd names", async () => {
    const odd = await built("50% #1? *ü* (a) [b] %41", "out #2? *é* %42");
    expect(odd.size).toBeGreaterThan(200);
    expect(odd).toEqual(await built("plain", "out"));
  });
});
