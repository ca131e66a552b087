import { parse } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../../src/ingest/readers/json/parse-json.ts";

const list = (...titles: string[]) => JSON.stringify(titles.map((title) => ({ id: title, title })));
const printed = JSON.stringify([{ title: "A" }, { title: "B" }, { title: "C" }], null, 1);

/** The titles of the records at the top of a value, as they were written. */
function titlesIn(values: unknown[]): unknown[] {
  return values.flatMap((value): unknown[] => {
    if (Array.isArray(value)) return titlesIn(value);
    return value !== null && typeof value === "object" && "title" in value ? [value.title] : [];
  });
}

describe("a damaged list of records", () => {
  // Why seeds are not read by jsonc-parser. It recovers from what people mistype in an editor. From
  // what programs cut off or forget to escape, it makes wrong titles or loses all later records.
  it.each([
    [
      "is not damaged at all",
      list("A", "B", "C"),
      { ours: ["A", "B", "C"], jsonc: ["A", "B", "C"] },
    ],
    [
      "lacks a comma",
      list("A", "B", "C").replace("},", "}"),
      { ours: ["A", "B", "C"], jsonc: ["A", "B", "C"] },
    ],
    [
      "has a string that does not end",
      list("A", "B", "C").replace('"B"}', '"B}'),
      { ours: ["A", "C"], jsonc: ["A", "B},{"] },
    ],
    [
      "has such a string, over many lines",
      printed.replace('"B"', '"B'),
      { ours: ["A", "C"], jsonc: ["A", "B", "C"] },
    ],
    [
      "lacks the end of a record",
      list("A", "B", "C").replace('"B"},', ""),
      { ours: ["A", "C"], jsonc: ["A", { id: "C", title: "C" }] },
    ],
    [
      "has a bracket too many",
      list("A", "B", "C").replace('"B"}', '"B"]}'),
      { ours: ["A", "C"], jsonc: ["A", "B", "C"] },
    ],
    [
      "has a line break in a string",
      list("A", "B\nb", "C").replaceAll("\\n", "\n"),
      { ours: ["A", "B\nb", "C"], jsonc: ["A"] },
    ],
    [
      "has TeX with single backslashes",
      list("A", String.raw`\alpha`).replaceAll("\\\\", "\\"),
      { ours: ["A", String.raw`\alpha`], jsonc: ["A", "lpha"] },
    ],
    [
      "is JSON lines with a broken line",
      ['{"title":"A"}', '{"title":"B', '{"title":"C"}'].join("\n"),
      { ours: ["A", "C"], jsonc: ["A"] },
    ],
  ])("%s", (_, text, { ours, jsonc }) => {
    expect(titlesIn(parseJson(text).values.map(({ value }) => value))).toEqual(ours);
    expect(titlesIn([parse(text, [])])).toEqual(jsonc);
  });

  it("has a message for each record that is lost, with the line on which it begins", () => {
    const { faults } = parseJson(printed.replace('"B"', '"B').replace('"title": "C"', '"C"'));
    expect(faults).toEqual([
      { line: 5, lost: true, reason: '"C" instead of a name' },
      { line: 8, lost: true, reason: "a colon is missing" },
    ]);
  });
});
