import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statusOf } from "../../../src/client/search/result-messages.ts";
import { nothingSelected } from "../../../src/search/engine/facets.ts";
import { madeSearch } from "../../fixtures/made-search.ts";
import { ask, ids, papers } from "../../fixtures/search-papers.ts";

describe("the explanations of a search", () => {
  it("corrects one or two typing errors, and says so", async () => {
    const answer = await ask("reinforcment lerning");
    expect(answer.corrections).toEqual([{ from: "lerning", to: "learning" }]);
    expect(await ids("reinforcment lerning")).toEqual(["joined"]);
    expect(await ids("trajektory")).toEqual(["bridges"]);
    expect(await ids("teinforcement")).toEqual(await ids("reinforcement"));
    expect(await ids("kradient")).toEqual([]);
    expect(await ids("smapling")).toEqual(["bridges", "onpolicy"]);
  });

  it("does not correct a word of the lexicon", async () => {
    const papers = [
      {
        id: "lies",
        title: "Hallucination in Vision",
        abstract: "Models name objects that are not there.",
      },
      { id: "pays", title: "Incentives", abstract: "Agents are paid for objects and images." },
    ];
    const { ids: among, ask: asking } = madeSearch(papers, {}, { hallucination: ["invent"] });
    const text = "stop chat programs from inventing objects that were never there";
    expect((await asking(text)).corrections.map(({ from }) => from)).not.toContain("inventing");
    expect((await among(text))[0]).toBe("lies");
  });

  it("does not correct a word that exists in English or in the archive", async () => {
    const { ask: asking, ids: among } = madeSearch([
      {
        id: "batch",
        title: "Batched Practical Steps",
        abstract: "A $\\tau^2$-bench of batched steps.",
        authors: [{ name: "Ada Hackings" }],
      },
    ]);
    for (const text of ["botched steps", "practises steps", "hiking", "horses", "Hackings steps"]) {
      expect((await asking(text)).corrections, text).toEqual([]);
    }
    expect(await asking("botched steps")).toMatchObject({ unknown: ["botched"] });
    expect(await asking('title:"botched steps"')).toMatchObject({ faults: [] });
    expect(await asking("bacthed steps")).toMatchObject({
      corrections: [{ from: "bacthed", to: "batched" }],
    });
    for (const text of ["τ²-bench", "τ^2-bench", "tau2-bench", "$\\tau^2$-bench"]) {
      expect(await asking(text)).toMatchObject({ corrections: [], unknown: [] });
      expect(await among(text), text).toEqual(["batch"]);
    }
  });

  it("does not mind a stop word in quotation marks among other words", async () => {
    expect((await ask('what "the" policy gradient "of" a reward is')).faults).toEqual([]);
    expect(await ids('reward "the"')).toEqual(await ids("reward"));
  });

  it.each([
    ["title:hakcing", "“hakcing” was not found. Did you mean “hacking”?"],
    ['"mode colapse"', "“colapse” was not found. Did you mean “collapse”?"],
    ["author:berlinghari", "“berlinghari” was not found. Did you mean “berlinghieri”?"],
  ])("suggests what %j was probably meant to be", async (text, message) => {
    const { faults } = await ask(text);
    expect(faults.map((fault) => fault.message)).toContain(message);
    expect((await ask(`-${text}`)).faults).toEqual([]);
  });

  it("names the words that no paper has", async () => {
    expect(await ask("zzyzxqq reward")).toMatchObject({ unknown: ["zzyzxqq"] });
    expect(await ask("get reward")).toMatchObject({ unknown: ["get"] });
    const sentence = "how does policy gradient get wrong rewards, and zzyzxqq ones";
    expect(await ask(sentence)).toMatchObject({ unknown: ["zzyzxqq"] });
    expect(await ids("zzyzxqq")).toEqual([]);
  });

  it("explains names that the archive does not have", async () => {
    const { papers: found, faults } = await ask("topic:astrology");
    expect(found).toEqual([]);
    expect(faults).toEqual([
      {
        message:
          "No topic here is called “astrology”. There are “learning theory” and “reinforcement learning”.",
      },
    ]);
    expect((await ask("status:later")).faults).toEqual([
      {
        message:
          "“status:later” is not known. Write status:to-read, status:reading or status:read.",
      },
    ]);
    expect((await ask("org:acme")).faults).toEqual([
      { message: "No organization here is called “acme”. There is “Stanford NLP”." },
    ]);
    expect((await ask("author:turing")).faults).toEqual([
      { message: "No author here is called “turing”." },
    ]);
    const { ask: asking } = madeSearch([{ id: "alone", abstract: "Words." }]);
    expect((await asking("author:turing org:acme")).faults).toEqual([
      { message: "No paper here has a known author." },
      { message: "No paper here has a known organization." },
    ]);
  });

  it("finds names that are stop words, and says so if nobody has them", async () => {
    const { ids: among, ask: asking } = madeSearch([
      { id: "resnet", authors: [{ name: "Kaiming He" }] },
      { id: "others", topics: [{ id: "other", score: 1, evidence: [] }] },
      { id: "third", organization: { handle: "once", name: "Once" } },
    ]);
    expect(await among("author:He")).toEqual(["resnet"]);
    expect(await among("-author:he")).toEqual(["third", "others"]);
    expect(await among("topic:other")).toEqual(["others"]);
    expect(await among("org:once")).toEqual(["third"]);
    const { papers: found, faults } = await asking("author:Do");
    expect(found).toEqual([]);
    expect(faults).toEqual([{ message: "No author here is called “Do”." }]);
  });

  it.each(["the of and", "-the", '"of the"', "title:the", 'title:"to be"'])(
    "says that the words of %j are too common, and shows all papers",
    async (text) => {
      const { hasCriteria, faults, papers: found } = await ask(text);
      expect(faults).toEqual([
        { message: "These words are too common to search for. Add another word." },
      ]);
      expect([hasCriteria, found.length]).toEqual([false, papers.length]);
    },
  );

  it.each([
    ["x".repeat(3000), `${"x".repeat(40)}…`],
    ["\\cdot", "\\cdot"],
  ])("does not say that %s has no letter", async (text, quoted) => {
    const { hasCriteria, faults } = await ask(text);
    expect(faults).toEqual([{ message: `“${quoted}” is not a word that can be searched for.` }]);
    expect(hasCriteria).toBe(false);
  });

  it.each(["--", "?", "*", "()", ":", "😀", "''", '"…"', "title:*", "author:-"])(
    "says that %j has nothing to search for, and shows all papers",
    async (text) => {
      const { hasCriteria, faults, papers: found } = await ask(text);
      expect(faults).toMatchObject([{ message: /has no letter or digit/ }]);
      expect([hasCriteria, found.length]).toEqual([false, papers.length]);
    },
  );

  it("reports a fault once that occurs twice", async () => {
    expect((await ask('-the "of the"')).faults.length).toBe(1);
  });

  it("reports a lone minus once", async () => {
    expect((await ask("-")).faults).toMatchObject([
      { message: /^To exclude a word, write a minus/ },
    ]);
    expect((await ask("reward -")).faults).toEqual([]);
  });

  it("searches the first words of a pasted text, and says so", async () => {
    const text = Array.from({ length: 200 }, (_, index) => `nothing${index}`).join(" ");
    const { faults } = await ask(`granular ${text}`);
    expect(faults).toEqual([{ message: "Only the first 80 words are searched." }]);
    expect((await ids(`granular ${text}`))[0]).toBe("granular");
  });

  it("quotes unknown words as typed", async () => {
    expect(await ask("zzy-2.5 reward")).toMatchObject({ unknown: ["zzy", "2.5"] });
    expect(await ask("机器翻译")).toMatchObject({ unknown: ["机器翻译"] });
  });

  it("says that a reader's list is empty", async () => {
    const { ask: asking } = madeSearch(papers);
    const { papers: found, faults } = await asking("is:saved");
    expect(found).toEqual([]);
    expect(faults).toEqual([{ message: "No papers are saved in this browser." }]);
    expect((await asking("is:unread")).faults).toEqual([]);
  });

  it("searches the valid part of an invalid query", async () => {
    expect(await ids("seminar year:soon")).toEqual(["hacking"]);
  });

  const pieces = fc.constantFrom(
    ...'policy reward - -- " “ ” : title: author: topic: org: year: month: is:saved has:code status: source: 2025 .. OR NOT L^2 C++ C# $x_1$ \\epsilon 强 强化 ε 😀 \u05e9 chain-of-thought 2510.01171 doi:10.1/x https://arxiv.org/abs/ \ud800 \u0002 \u0003 the of'.split(
      " ",
    ),
    " ",
    " ",
  );
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces, { maxLength: 14 }).map((all) => all.join("")),
  );

  it("answers any text with papers, or explains why there are none", async () => {
    await fc.assert(
      fc.asyncProperty(anything, fc.boolean(), fc.boolean(), async (text, typing, matchAny) => {
        const answer = await ask(text, { typing, matchAny });
        expect(new Set(answer.papers).size).toBe(answer.papers.length);
        expect(answer.faults.every(({ message }) => message.length > 10)).toBe(true);
        const shown = text.trim();
        const status = statusOf(answer, {
          text: shown,
          selection: nothingSelected,
          sort: "relevance",
        });
        expect(status.length).toBeGreaterThan(7);
        // A query that finds all papers has only conditions, or an error that is reported.
        const all = answer.mode === "browse" && !answer.hasCriteria && shown !== "";
        if (all) expect(answer.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 1500 },
    );
  });
});
