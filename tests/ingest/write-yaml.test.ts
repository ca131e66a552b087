import fc from "fast-check";
import { CORE_SCHEMA, dump, load } from "js-yaml";
import { expect, it } from "vitest";
import { writeYaml } from "../../src/ingest/write-yaml.ts";

/** Texts that YAML may take for something else, and parts of such. */
const parts = fc.constantFrom(
  ...[
    "null",
    "Null",
    "~",
    "true",
    "FALSE",
    "yes",
    "No",
    "on",
    "OFF",
    "y",
    "N",
    "",
    " ",
    "\n",
    "\t",
  ],
  ...[
    "#",
    " #",
    ":",
    ": ",
    "a:b",
    "-",
    "- ",
    "?",
    "!",
    "&",
    "*",
    "[",
    "]",
    "{",
    "}",
    ",",
    "|",
    ">",
  ],
  ...[
    "%",
    "@",
    "`",
    '"',
    "'",
    "\\",
    "=",
    "<<",
    "...",
    "---",
    "0",
    "12",
    "1e3",
    "0x1f",
    "0o7",
    "1_0",
  ],
  ...[
    "2405.15738",
    "2024-05-27",
    "12:30:45",
    ".inf",
    "-.INF",
    ".nan",
    "+1",
    "é",
    "\u0085",
    "\u00a0",
  ],
  ...["\u2028", "\u2029", "\ufeff", "😀", "\ud800", "\u0007", "\r", "a", "Deep", "learning"],
);
const text = fc.oneof(
  fc.array(parts, { maxLength: 4 }).map((some) => some.join("")),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(fc.oneof(tie("value"), scalar), { maxLength: 3 }),
    fc.dictionary(text, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

it("writes the same as the library", () => {
  const options = { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true, quotingType: '"' } as const;
  fc.assert(
    fc.property(fc.dictionary(text, value, { maxKeys: 4, noNullPrototype: true }), (fields) => {
      expect(writeYaml(fields)).toBe(dump(fields, options));
    }),
    { numRuns: 3000 },
  );
});

it("writes what reads back as the same texts", () => {
  const fields = {
    title: "Attention: what is it?",
    published: "2024-05-27",
    authors: [{ name: "Jane Doe" }, { name: "No", orcid: "0000-0001" }],
    ids: { arxiv: "2405.15738" },
    topics: [
      { id: "agents", score: 0.5, evidence: [{ phrase: "LLM agent's", where: "abstract" }] },
    ],
    math: { restored: 0 },
    original: "Two\nlines",
    links: [],
    inferred: {},
  };
  expect(load(writeYaml(fields), { schema: CORE_SCHEMA })).toEqual(fields);
});
