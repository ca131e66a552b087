import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { partitionOfTask, writeTaskGraph } from "../../scripts/task-graph.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-graph-"));
afterAll(() => rmSync(root, { recursive: true }));
const folder = join(root, ".cache/partitions/turbo");
const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), "utf8"));

describe("the graph of a site's tasks", () => {
  it("has a package for each partition, and one that needs them all", () => {
    const options = ["--address", "https://papers.example/?a&b"];
    const keys = { "2023": "older", "2024-01": "digest" };
    writeTaskGraph(root, folder, { names: ["2023", "2024-01"], keys, key: "digest", options });
    const build =
      /^cd \.\.\/\.\.\/\.\.\/\.\.\/\.\. && node .*build\.ts --partition 2023 --out \.cache\/partitions\/turbo\/packages\/2023\/partition --address 'https:.*a&b'$/;
    expect(read("packages/2023/package.json")).toMatchObject({
      name: "pages-2023",
      madeFrom: "older",
      scripts: { pages: expect.stringMatching(build) },
    });
    expect(read("packages/site/package.json")).toMatchObject({
      madeFrom: "digest",
      dependencies: { "pages-2023": "0.0.0", "pages-2024-01": "0.0.0" },
      scripts: {
        site: expect.stringMatching(/--join \S+2023\/partition \S+2024-01\/partition --out/),
      },
    });
    expect(read("turbo.json")).toMatchObject({
      tasks: { pages: { outputs: ["partition/**"] }, site: { dependsOn: ["^pages"] } },
    });
  });

  it("has no packages of partitions that there are no more, and keeps what was built of others", () => {
    const built = join(partitionOfTask(folder, "2023"), "partition.json");
    mkdirSync(dirname(built));
    writeFileSync(built, "{}");
    writeTaskGraph(root, folder, { names: ["2023"], keys: {}, key: "other", options: [] });
    expect(existsSync(built)).toBe(true);
    expect(() => read("packages/2024-01/package.json")).toThrow();
    expect(read("packages/2023/package.json")).toMatchObject({ madeFrom: "other" });
  });
});
