import { describe, expect, it } from "vitest";
import { ingest } from "../../src/ingest/ingest.ts";
import type { SeedFile } from "../../src/ingest/raw-paper.ts";
import { ownersNotes } from "../../src/notes/owners-notes.ts";
import { parseNote } from "../../src/notes/parse-note.ts";
import type { PaperEntry } from "../../src/schemas/paper.ts";
import { parseEntry } from "../../src/workspace/entries.ts";
import { emptyArchive } from "../fixtures/papers.ts";

const seed = (path: string, text: string): SeedFile => ({
  path: `seeds/${path}`,
  bytes: new TextEncoder().encode(text),
});
const bibtex = (abstract: string) =>
  seed(
    "a.bib",
    `@article{a, title={On Foo}, author={Ada Byron}, year=2020, abstract={${abstract}}}`,
  );
const page = (abstract: string) =>
  seed("page-2025-11-13.txt", `On Foo\n\n${abstract}\n\n  • 1 authors\n\n·\n\nOct 1, 2025\n\n`);

/** The entry of "On Foo" with formula corrections, each as a flow mapping of YAML. */
function corrected(seeds: SeedFile[], ...corrections: string[]) {
  const yaml = ["corrections:", `  formulas: [${corrections.join(", ")}]`];
  const note = parseNote({
    path: "content/notes/on-foo.mdx",
    text: ["---", ...yaml, "---", ""].join("\n"),
  });
  expect(note.messages).toEqual([]);
  const { value, messages } = ingest(seeds, {
    ...emptyArchive,
    notes: ownersNotes(note.value ? [note.value] : []),
  });
  const [made] = value.plan.create;
  if (!made) throw new Error("The seeds have the paper.");
  const entry: { data: PaperEntry; abstract: string } = parseEntry(made.path, made.text);
  return { ...entry, rules: messages.map(({ rule }) => rule) };
}

describe("a formula correction", () => {
  it.each<[string, string, string, string]>([
    ["a hyphen", "Best-of-n wins.", "{ text: Best-of-n, latex: B }", "$B$ wins."],
    [
      "TeX of the seed",
      "Over 5\\% -- at last.",
      "{ text: '5\\% --', latex: p }",
      "Over $p$ at last.",
    ],
    ["the shown words", "Over 5\\% -- at last.", "{ text: 5% –, latex: p }", "Over $p$ at last."],
    ["emphasis around it", "An \\emph{n here}.", "{ text: n, latex: N }", "An *$N$ here*."],
    ["a formula in it", "The $L^2$ error.", "{ text: $L^2$ error, latex: e }", "The $e$."],
    ["a part of a formula", "At $n = k$ now.", "{ text: k, latex: K }", "At \\$n = $K$\\$ now."],
  ])("matches a span with %s", (_, abstract, correction, wanted) => {
    const made = corrected([bibtex(abstract)], correction);
    expect(made.abstract).toBe(wanted);
    expect(made.data.math.corrected).toBe(1);
    expect(made.rules).toEqual([]);
  });

  it("keeps out of web addresses", () => {
    const abstract = "See https://a.org/n for n points.";
    expect(corrected([bibtex(abstract)], "{ text: n, latex: n }").abstract).toBe(
      "See [https://a.org/n](https://a.org/n) for $n$ points.",
    );
  });

  it("leaves each other restored formula with the source that printed it", () => {
    const damaged = "We bound the L^2 error by O(mlog(m)).";
    const reference = seed("a.bib", "@article{a, title={On Foo}}");
    const before = corrected([reference, page(damaged)]).data;
    expect(before.math.spans?.map(({ text, source }) => [text, source])).toEqual([
      ["L^2", 1],
      ["O(mlog(m))", 1],
    ]);
    const after = corrected([reference, page(damaged)], "{ text: L^2, latex: L_2 }").data;
    expect(after.math).toEqual({
      restored: 1,
      left: 0,
      lossy: 0,
      corrected: 1,
      spans: before.math.spans?.slice(1),
    });
  });

  it("corrects a paper of an exported archive as any other", () => {
    const seeds = [page("We bound the L^2 error by O(mlog(m)).")];
    const { data, abstract } = corrected(seeds);
    const archive = seed("archive.jsonl", `${JSON.stringify({ ...data, abstract })}\n`);
    const made = corrected([archive], "{ text: L^2, latex: L_2 }");
    expect(made.abstract).toBe("We bound the $L_2$ error by $O(m\\log(m))$.");
    expect(made.data.math).toMatchObject({ restored: 1, corrected: 1 });
    expect(made.data.math.spans).toEqual(data.math.spans?.slice(1));
    expect(made.data.original).toBe(data.original);
  });
});
