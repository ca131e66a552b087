import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseShippedYaml } from "../../src/schemas/parse-shipped-yaml.ts";
import { parseYaml } from "../../src/schemas/parse-yaml.ts";

const root = join(import.meta.dirname, "../..");
const files = globSync("src/{topics/taxonomy,search/lexicon}/**/*.yaml", { cwd: root });

describe("YAML that ships with the engine", () => {
  it("has the values that the parser of owners' files reads", () => {
    expect(files.length).toBeGreaterThan(15);
    for (const file of files) {
      const text = readFileSync(join(root, file), "utf8");
      const { value } = parseShippedYaml(file, text, z.unknown());
      expect(value, file).toEqual(parseYaml(file, text, z.unknown()).value);
    }
  });

  it("is reported with its line if it has a fault", () => {
    const schema = z.object({ id: z.string() });
    for (const text of ["# A\nid: [", "# A\nid: 7\n", "# A\nid: a\nid: b\n"]) {
      const { value, messages } = parseShippedYaml("a.yaml", text, schema);
      expect(value).toBeUndefined();
      expect(messages).toEqual(parseYaml("a.yaml", text, schema).messages);
    }
    expect(parseShippedYaml("a.yaml", "# A\nid: a\n", schema).lineOf(["id"])).toBe(2);
  });
});
