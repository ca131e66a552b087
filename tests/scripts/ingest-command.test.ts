import { afterAll, describe, expect, it } from "vitest";
import { runScript } from "../fixtures/run-script.ts";
import { entriesIn, printed, removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const atHome = { CI: "", GITHUB_ACTIONS: "" };

function ingest(root: string, ...options: string[]) {
  return runScript("ingest", ["--root", root, ...options], atHome);
}

// Each test starts a program that compiles the whole chain.
describe.concurrent("npm run ingest", () => {
  it("exits with 0, counts what it did, and says once that there was no list of addresses", async () => {
    const root = await workspaceWith({ "seeds/a-2025-11-13.txt": printed("Alpha") });
    const { said, ...first } = await ingest(root);
    expect(first).toEqual({
      code: 0,
      out: "1 paper from 1 seed: 1 created, 0 updated, 0 unchanged, 0 removed",
    });
    expect(said).toMatch(
      /^content\/addresses\.jsonl {2}info .*\[new-addresses\]\n.*Commit.*\n1 info$/,
    );
    expect(await ingest(root)).toMatchObject({ code: 0, said: "" });
  });

  it("says in a workflow which addresses are not committed, and exits with 0", async () => {
    const root = await workspaceWith({ "seeds/a-2025-11-13.txt": printed("Alpha") });
    const environment = { CI: "true", GITHUB_ACTIONS: "true" };
    const { code, out, said } = await runScript("ingest", ["--root", root], environment);
    expect(code).toBe(0);
    expect(said).toMatch(
      /^content\/addresses\.jsonl {2}warning .*\/papers\/alpha\/.*\n.*\n1 warning$/,
    );
    expect(out.split("\n")[1]).toMatch(
      /^::warning title=unrecorded-addresses,file=content\/addresses\.jsonl::.*\/papers\/alpha\//,
    );
  });

  it("says with --dry-run what it would do", async () => {
    const root = await workspaceWith({ "seeds/a-2025-11-13.txt": printed("Alpha") });
    const { code, out } = await ingest(root, "--dry-run");
    expect([code, out]).toEqual([
      0,
      "1 paper from 1 seed: 1 would be created, 0 would be updated, 0 unchanged, 0 would be removed",
    ]);
    expect(await entriesIn(root)).toEqual([]);
  });

  it("exits with 1 on an error, names the file, the line and what to do, and writes the rest", async ({
    expect,
  }) => {
    const page = `${printed("Alpha")}${printed("Beta", "Octember 1")}`;
    const root = await workspaceWith({ "seeds/a-2025-11-13.txt": page });
    const { code, said } = await ingest(root);
    expect(code).toBe(1);
    expect(said).toMatchInlineSnapshot(`
      "content/addresses.jsonl  info  There was no list of published addresses, so it is made from the papers and entries that exist now. Former addresses that none of them has are unknown.  [new-addresses]
          → Commit this file, so that no published address is lost. If an earlier commit has it, restore it.
      seeds/a-2025-11-13.txt:17  error  "Beta" has no date after its byline, so its date is unknown.  [no-date]
          → Write the date as on the page: "Jul 7" or "Nov 14, 2023".
      seeds/a-2025-11-13.txt:19  error  "Octember 1" looks like a title, but no abstract follows, so it was skipped.  [no-abstract]
          → Copy the abstract of this paper from the page, or delete the line.
      2 errors, 1 info"
    `);
    expect(await entriesIn(root)).toEqual(["2025/alpha.mdx", "undated/beta.mdx"]);
  });

  it("exits with 1 on a warning only with --strict", async () => {
    const root = await workspaceWith({
      "seeds/a-2025-11-13.txt": printed("Alpha"),
      "content/papers/mine.mdx": "My own text.\n",
    });
    const warned = await ingest(root);
    expect([warned.code, warned.said]).toEqual([0, expect.stringContaining("[foreign-file]")]);
    expect((await ingest(root, "--strict")).code).toBe(1);
  });

  it("prints its help", async () => {
    const { code, out } = await ingest("/nowhere", "--help");
    expect([code, out]).toEqual([0, expect.stringContaining("--dry-run")]);
  });

  it.each([
    [["--forse"], "there is no option --forse."],
    [["extra"], 'unexpected argument "extra"'],
  ])("exits with 2 and explains the arguments %j", async (options, reason) => {
    const { code, said } = await ingest("/nowhere", ...options);
    expect([code, said]).toEqual([2, expect.stringContaining(`npm run ingest: ${reason}`)]);
    expect(said).toContain("npm run ingest -- --help");
  });
});
