import { execFile } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  contextText,
  correctionSnippet,
  formulasToCheck,
  leastSureFirst,
} from "../../src/archive/formula-report.ts";
import { runIngest } from "../../src/workspace/run-ingest.ts";
import { entry } from "../fixtures/papers.ts";
import { engine, printed, removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

const span = (text: string, latex: string, confidence: number, more = {}) => ({
  where: "abstract",
  text,
  latex,
  confidence,
  ...more,
});
const paper = entry({
  id: "one",
  title: "On $L^2$",
  sources: [
    { format: "arxiv", file: "seeds/a.xml", line: 7 },
    { format: "daily-papers-text", file: "seeds/b.txt", line: 9 },
  ],
  math: {
    restored: 3,
    left: 0,
    lossy: 1,
    spans: [
      span("L^2", "L^2", 0.9, { where: "title" }),
      span("n", "n", 0.6, { source: 1 }),
      span("1{n}", "1{n}", 0.9, { source: 1, lossy: true }),
    ],
  },
});
const abstract = `We take *some $m$ of* $n$ points, ${"and more words ".repeat(10)}\n\nThen $n$ and [$1{n}$ here](https://a.org).`;

describe("the formulas to check", () => {
  const formulas = formulasToCheck(paper, abstract);

  it("stand in their context, with the place in their source", () => {
    expect(
      formulas.map(({ latex, before, after, file, line, lossy }) => ({
        context: `${contextText(before)}[${latex}]${contextText(after)}`,
        place: `${file}:${line}`,
        lossy,
      })),
    ).toEqual([
      { context: "On [L^2]", place: "seeds/a.xml:7", lossy: false },
      {
        context:
          "We take some $m$ of [n] points, and more words and more words and more words and more words and more …",
        place: "seeds/b.txt:9",
        lossy: false,
      },
      { context: "Then $n$ and [1{n}] here.", place: "seeds/b.txt:9", lossy: true },
    ]);
  });

  it("are sorted by how sure they are, then by paper and text", () => {
    const other = formulasToCheck(entry({ ...paper, id: "a-first" }), abstract);
    expect(leastSureFirst([...formulas, ...other]).map(({ id, text }) => `${id} ${text}`)).toEqual([
      "a-first n",
      "one n",
      "a-first L^2",
      "a-first 1{n}",
      "one L^2",
      "one 1{n}",
    ]);
  });

  it("are corrected by a snippet that is YAML of just that text, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary-ascii" }), (a, b) => {
        const [text, latex] = [`x${a}`, `y${b}`].map((part) =>
          // The text after cleaning: no control characters, single spaces.
          part.replace(/[\p{Cc}\s]+/gu, " ").trim(),
        );
        const snippet = correctionSnippet({ text: text ?? "", latex: latex ?? "" });
        expect(parse(snippet.replaceAll("---", "").trim())).toEqual({
          corrections: { formulas: [{ text, latex }] },
        });
      }),
    );
  });
});

function report(
  root: string,
  ...options: string[]
): Promise<{ code: number; out: string; said: string }> {
  const parameters = [join(engine, "scripts/math-report.ts"), "--root", root, ...options];
  return new Promise((done) => {
    const child = execFile(process.execPath, parameters, (_, out, said) =>
      done({ code: child.exitCode ?? -1, out: out.trim(), said: said.trim() }),
    );
  });
}

describe("npm run math:report", async () => {
  const damaged = printed("Alpha").replace(
    "We study",
    "We bound the L^2 error by O(mlog(m)). We study",
  );
  const root = await workspaceWith({ "seeds/a-2025-11-13.txt": damaged });
  await runIngest(root);

  it("prints each formula in its context, and how many there are", async () => {
    const { code, out } = await report(root);
    expect(code).toBe(0);
    expect(out).toContain("We bound the [$L^2$] error by $O(m\\log(m))$.");
    expect(out).toMatch(/alpha +seeds\/a-2025-11-13\.txt:1\n/);
    expect(out).toMatch(/\n2 restored formulas in 1 papers$/);
  });

  it("prints data, and only what is less sure than asked for", async () => {
    const all = JSON.parse((await report(root, "--json")).out);
    expect(all).toHaveLength(2);
    expect(all[0]).toMatchObject({ id: "alpha", file: "seeds/a-2025-11-13.txt", line: 1 });
    expect((await report(root, "--json", "--below", "0")).out).toBe("[]");
  });

  it("says where there is none, and where nothing was ingested", async () => {
    const plain = await workspaceWith({ "seeds/a-2025-11-13.txt": printed("Alpha") });
    expect((await report(plain)).said).toContain("Run `npm run ingest` first");
    expect((await report(plain)).code).toBe(1);
    await runIngest(plain);
    expect(await report(plain)).toEqual({
      code: 0,
      out: "No formula was restored in these 1 papers.",
      said: "",
    });
  });

  it.each([[["--below", "2"]], [["--below", "x"]], [["--bellow", "1"]]])(
    "ends with 2 when it is called with %j",
    async (options) => {
      expect((await report(root, ...options)).code).toBe(2);
    },
  );
});
