import { afterAll, expect, it } from "vitest";
import { daysOfAppearance } from "../../src/workspace/days-of-appearance.ts";
import { textsOf } from "../../src/workspace/derived-archive.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readArchive } from "../../src/workspace/read-archive.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { printed, removeWorkspaces, workspaceWith, writeIn } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

it("papers that are added later come last, whatever their dates are", async () => {
  const root = await workspaceWith({
    "seeds/a-2025-11-13.txt": ["Bandits in Rain", "Bandits in Snow"]
      .map((title) => printed(title))
      .join(""),
  });
  await runIngest(root, { today: "2026-01-01" });
  await writeIn(root, "seeds/b-2019-01-07.txt", printed("An Older Graph", "Jan 2, 2019"));
  await runIngest(root, { today: "2026-01-02" });
  const workspace = workspaceAt(root);
  const { value } = await readArchive(workspace);
  const sorted = textsOf(workspace, value).sort((a, b) => (`${a.since}` < `${b.since}` ? -1 : 1));
  expect(sorted.at(-1)?.title).toBe("An Older Graph");
});

it("a paper has the day of the first line with its entry, and lines that cannot be read say nothing", async () => {
  const line = (day: string | undefined, ...ids: string[]) =>
    `${JSON.stringify({ kind: "changed", day, entries: Object.fromEntries(ids.map((id) => [id, "0a1b2c3d"])) })}\n`;
  const root = await workspaceWith({
    "content/addresses.jsonl": `${line("2026-01-02", "a", "b")}${line("2026-01-01", "b", "c")}${line(undefined, "d")}{"kind":"changed",\n{"kind":"changed","entries":{"e":1}}\n`,
  });
  expect(Object.fromEntries(daysOfAppearance(workspaceAt(root)))).toEqual({
    a: "2026-01-02",
    b: "2026-01-01",
    c: "2026-01-01",
    d: "",
  });
});
