import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { takenByNpm } from "../../scripts/command.ts";
import { closestTo, explainArguments } from "../../scripts/explain-arguments.ts";
import { neighbors } from "../../scripts/neighbors.ts";

const root = join(import.meta.dirname, "../..");
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
const exists = (command: string) => command.replace(/^npm (?:run )?(?:--silent )?/, "") in scripts;

describe("the commands that a command's help names", () => {
  it("exist, and are others", () => {
    const named = Object.entries(neighbors).flatMap(([name, others]) => [name, ...others]);
    expect(named.filter((name) => !exists(name))).toEqual([]);
    const own = Object.entries(neighbors).filter(([name, others]) => others.includes(name));
    expect(own).toEqual([]);
  });

  it("are there for every command of an owner", () => {
    const [owners = ""] = readFileSync(join(root, "docs/commands.md"), "utf8").split(
      /^## For work on/m,
    );
    const commands = [...owners.matchAll(/^\| `(npm (?:run )?[\w:]+)/gm)].map(([, name]) => name);
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.filter((name = "") => !(name in neighbors))).toEqual([]);
  });

  it("are for commands by the names that these have", () => {
    const code = globSync("scripts/*.ts", { cwd: root }).map((path) =>
      readFileSync(join(root, path), "utf8"),
    );
    const names = code.flatMap((text) => /\bname: "(npm [^"]+)"/.exec(text)?.[1] ?? []);
    expect(Object.keys(neighbors).filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe("a wrong option", () => {
  const options = { link: { type: "boolean" }, "dry-run": { type: "boolean" } } as const;

  it.each([
    ["--lnk", /there is no option --lnk. Did you mean --link\?/],
    ["--dryrun", /Did you mean --dry-run\?/],
    ["--dry", /Did you mean --dry-run\?/],
    ["--publish", /there is no option --publish\.\nOptions: --link, --dry-run\./],
  ])("is explained: %s", (argument, explanation) => {
    const why = explainArguments([argument], { options, allowPositionals: false, help: "" });
    expect(why).toMatch(explanation);
  });

  it.each([
    ["obsidan", "obsidian"],
    ["bibtx", "bibtex"],
    ["word", undefined],
  ])("leads to the right value: %s", (written, meant) => {
    expect(closestTo(written, ["bibtex", "obsidian", "ris"])).toBe(meant);
  });
});

describe("an option before which -- is missing", () => {
  const run = { npm_lifecycle_event: "remove" };

  it("is noticed, since npm does not pass it on", () => {
    expect(takenByNpm(["root", "dry-run"], { ...run, npm_config_dry_run: "true" })).toBe("dry-run");
    expect(takenByNpm(["keep-both"], { ...run, npm_config_keep_both: "true" })).toBe("keep-both");
  });

  it("is not what people set for npm itself, nor anything outside of npm", () => {
    expect(takenByNpm(["offline", "yes"], { ...run, npm_config_offline: "true" })).toBeUndefined();
    expect(takenByNpm(["dry-run"], { npm_config_dry_run: "true" })).toBeUndefined();
    expect(takenByNpm(["dry-run"], { ...run, npm_config_dry_run: "" })).toBeUndefined();
    expect(takenByNpm(["link"], { ...run, npm_config_dry_run: "true" })).toBeUndefined();
  });
});
