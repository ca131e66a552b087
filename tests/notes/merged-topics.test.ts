import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { entriesIn, printed, removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

it("a note may give a topic that the owner merged into another one, and an unknown one is reported", async () => {
  const root = await workspaceWith({
    "seeds/a-2025-11-13.txt": printed("Alpha"),
    "content/topics.yaml": "topics:\n  - { id: bandits, merge: reinforcement-learning }\n",
    "content/notes/alpha.mdx": "---\ncorrections:\n  topics:\n    - bandits\n    - bandid\n---\n",
  });
  const { messages } = await runIngest(root);
  expect(messages.map(({ rule, place }) => [rule, place])).toEqual([
    ["unknown-note-topic", { file: "content/notes/alpha.mdx", line: 5 }],
  ]);
  const [entry = ""] = await entriesIn(root);
  const text = await readFile(join(root, "content/papers", entry), "utf8");
  expect(text).toContain("id: reinforcement-learning");
  expect(text).not.toContain("id: bandits");
});
