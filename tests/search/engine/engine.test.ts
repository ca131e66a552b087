import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statusOf } from "../../../src/client/search/result-messages.ts";
import { nothingSelected } from "../../../src/search/engine/facets.ts";
import { madeSearch } from "../../fixtures/made-search.ts";

const papers = [
  {
    id: "weighted",
    title: "Weighted least squares",
    abstract:
      "We approximate a function from $L^2$ at points $x_1,\\dots,x_n$ with $\\epsilon$ error.",
    published: "2023-12-21",
    topics: [{ id: "learning-theory", score: 1, evidence: [] }],
  },
  {
    id: "granular",
    title: "$G^2RPO$: Granular GRPO",
    titleText: "G²RPO: Granular GRPO",
    abstract: "Rewards for flow models, written in C++ and Python.",
    published: "2025-10-02",
    comments: 7,
    links: [{ kind: "code", url: "https://example.org/g2rpo" }],
  },
  {
    id: "majority",
    title: "Best-of-Majority for Pass@k",
    abstract: "We select $k$ responses from $p(Y \\mid X)$ by an ε-greedy rule, in C#.",
    published: "2025-10-03",
    organization: { handle: "stanfordnlp", name: "Stanford NLP" },
  },
  {
    id: "bridges",
    title: "Schrödinger Bridges",
    abstract: "On-policy sampling of trajectories from snapshots of many cells.",
    published: "2024-08-12",
    authors: [{ name: "Yünyi Shen" }, { name: "Renato Berlinghieri" }],
    comments: 2,
  },
  {
    id: "onpolicy",
    title: "Learning on policy",
    abstract: "Policies are sampled on policy, and every policy gradient is on the policy.",
    published: "2021-05-01",
    authors: [{ name: "Renato Shen" }],
  },
  {
    id: "joined",
    title: "Onpolicy learners",
    abstract: "Reinforcement learning of a policy from the Schroedinger equation.",
    topics: [{ id: "reinforcement-learning", score: 1, evidence: [] }],
    listed: ["2020-01-05"],
  },
  {
    id: "chinese",
    title: "强化学习综述",
    abstract: "A survey in Chinese.",
    published: "2022-02-02",
  },
  {
    id: "hacking",
    title: "Reward hacking",
    abstract: "Reinforcement of wrong rewards; a mode collapse of the policy gradient follows.",
    notes: "Read this with Lin before the seminar.",
    status: "reading" as const,
    published: "2025-01-01",
  },
];

const { ids, ask } = madeSearch(papers, { saved: ["weighted", "hacking"], read: ["hacking"] });

describe("search", () => {
  it.each([
    ["L^2", ["weighted"]],
    ["$L^2$", ["weighted"]],
    ["L2", ["weighted"]],
    ["x_1", ["weighted"]],
    ["G^2RPO", ["granular"]],
    ["G²RPO", ["granular"]],
    ["g2rpo", ["granular"]],
    ["Pass@k", ["majority"]],
    ["pass@k", ["majority"]],
    ["C++", ["granular"]],
    ["C#", ["majority"]],
    ["p(Y|X)", ["majority"]],
    ["ε", ["majority", "weighted"]],
    ["epsilon", ["majority", "weighted"]],
    ["\\epsilon", ["majority", "weighted"]],
    ["Schrödinger", ["bridges", "joined"]],
    ["Schrodinger", ["bridges", "joined"]],
    ["Schroedinger", ["bridges", "joined"]],
    ["on-policy", ["bridges", "joined", "onpolicy"]],
    ["on policy", ["bridges", "joined", "onpolicy"]],
    ['"on policy"', ["bridges", "joined", "onpolicy"]],
    ["onpolicy", ["bridges", "joined", "onpolicy"]],
    ["trajectory snapshot", ["bridges"]],
    ["强化学习", ["chinese"]],
    ["学习", ["chinese"]],
    ["学", ["chinese"]],
    ["survey", ["chinese"]],
  ])("finds the same papers for %j as for its other spellings", async (text, expected) => {
    expect((await ids(text)).sort()).toEqual(expected);
  });

  it.each([
    ['"policy gradient"', ["hacking", "onpolicy"]],
    ['"gradient policy"', []],
    ['"mode collapse" reinforcement', ["hacking"]],
    ['"sampling of trajectories from"', ["bridges"]],
    ["policy -reinforcement", ["bridges", "onpolicy"]],
    ['policy -"mode collapse"', ["bridges", "joined", "onpolicy"]],
    ["title:policy", ["joined", "onpolicy"]],
    ['title:"learning on policy"', ["onpolicy"]],
    ["author:shen", ["bridges", "onpolicy"]],
    ['author:"Renato Shen"', ["onpolicy"]],
    ["author:yunyi", ["bridges"]],
    ["policy -author:shen", ["hacking", "joined"]],
    ["topic:reinforcement", ["joined"]],
    ["org:stanford", ["majority"]],
    ["year:2025", ["granular", "hacking", "majority"]],
    ["year:2021..2022", ["chinese", "onpolicy"]],
    ["year:..2020", ["joined"]],
    ["year:2025 -month:2025-10", ["hacking"]],
    ["month:2025-10", ["granular", "majority"]],
    ["has:code", ["granular"]],
    ["has:notes", ["hacking"]],
    ["seminar", ["hacking"]],
    ["status:reading", ["hacking"]],
    ["is:saved", ["hacking", "weighted"]],
    ["is:saved is:unread", ["weighted"]],
    ["policy is:read", ["hacking"]],
  ])("understands %j", async (text, expected) => {
    expect((await ids(text)).sort()).toEqual(expected);
  });

  it.each(["\\ell_2", "$\\ell_2$", "l_2", "l2", "ℓ_2"])("finds the norm by %j", async (text) => {
    const { ids: found } = madeSearch([
      { id: "norm", abstract: "The $\\ell_2$ norm." },
      { id: "other", abstract: "The $\\ell_1$ norm and $2$ more." },
    ]);
    expect(await found(text)).toEqual(["norm"]);
  });

  it.each(["constructor", "toString", "valueOf"])(
    "indexes the command \\%s like any other",
    async (name) => {
      const { ids: found } = madeSearch([
        { id: "odd", abstract: `The set $\\${name} x$ of all.` },
        { id: "other", abstract: "The set $x$." },
      ]);
      expect(await found(`\\${name}`)).toEqual(["odd"]);
      expect(await found(name)).toEqual(["odd"]);
    },
  );

  it("treats a year or month of publication as the whole of it", async () => {
    const { ids: found, ask: asking } = madeSearch([
      { id: "year", publishedIn: "2015" },
      { id: "month", publishedIn: "2015-03" },
      { id: "day", published: "2015-03-09" },
      { id: "long-ago", publishedIn: "1859" },
      { id: "undated" },
    ]);
    const { ids: short } = madeSearch([{ id: "short", publishedIn: "2024-02" }]);
    expect(await short("date:2024-02-01..2024-02-29")).toEqual(["short"]);
    expect(await short("date:2024-02-01..2024-02-28")).toEqual([]);
    expect(await short("month:..2024-02")).toEqual(["short"]);
    const sorted = async (text: string) => (await found(text)).sort();
    expect(await sorted("year:2015")).toEqual(["day", "month", "year"]);
    expect(await sorted("month:2015-03")).toEqual(["day", "month"]);
    expect(await sorted("date:2015-03-09")).toEqual(["day"]);
    expect(await sorted("month:2015-01..2015-12")).toEqual(["day", "month", "year"]);
    expect(await sorted("month:2015-02..2015-12")).toEqual(["day", "month"]);
    expect(await sorted("month:..2015-06")).toEqual(["day", "long-ago", "month"]);
    expect(await sorted("year:..1900")).toEqual(["long-ago"]);
    expect(await found("", { sort: "oldest" })).toEqual([
      "long-ago",
      "year",
      "month",
      "day",
      "undated",
    ]);
    const { facets } = await asking("");
    const counted = (facet: "year" | "month") =>
      facets[facet].map(({ value, count }) => [value, count]);
    // Undated papers come last.
    expect(counted("year")).toEqual([
      ["2015", 3],
      ["1859", 1],
      ["undated", 1],
    ]);
    expect(counted("month")).toEqual([["2015-03", 2]]);
  });

  it("ranks a match in the title first", async () => {
    expect((await ids("reward"))[0]).toBe("hacking");
    expect((await ids("policy"))[0]).toBe("onpolicy");
    const { ids: among } = madeSearch([
      {
        id: "named",
        title: "Export Controls",
        abstract: "A review of rules.",
        published: "2020-01-01",
      },
      { id: "often", title: "Robots", abstract: "Control. ".repeat(30), published: "2021-01-01" },
    ]);
    expect(await among("controls")).toEqual(["named", "often"]);
  });

  it("finds the paper that has most words of a sentence, and says that none has all", async () => {
    const answer = await ask("a sentence about hacked rewards of agents and purple elephants");
    expect(answer).toMatchObject({ mode: "some", withAllWords: 0 });
    expect((await ids("a sentence about hacked rewards and purple elephants"))[0]).toBe("hacking");
  });

  it("ranks a paper with the words in one passage above one with the words far apart", async () => {
    const gap =
      "It is shown at length and with care that nothing else follows from what comes here.";
    const words = ["rovers", "climb", "stairs", "batteries", "cameras"];
    const { ids: among } = madeSearch([
      {
        id: "apart",
        abstract: [...words, "climb", "stairs"].map((word) => `${gap} ${word}.`).join(" "),
        published: "2025-01-01",
      },
      {
        id: "together",
        abstract: `${words.map(() => gap).join(" ")} With cameras and batteries our rovers climb ten stairs.`,
        published: "2020-01-01",
      },
    ]);
    const sentence = "stairs climbed up by rovers that have batteries and also see by cameras";
    expect(await among(sentence)).toEqual(["together", "apart"]);
  });

  it("finds papers with one of two words where no paper has both", async () => {
    const answer = await ask("bridges seminar");
    expect(answer).toMatchObject({ mode: "some", withAllWords: 0 });
    expect((await ids("bridges seminar")).sort()).toEqual(["bridges", "hacking"]);
  });

  it("widens a search that has results only on request", async () => {
    expect(await ids("reward hacking")).toEqual(["hacking"]);
    expect(await ids("reward hacking", { matchAny: true })).toEqual(["hacking", "granular"]);
  });

  it("corrects one or two typing errors, and says so", async () => {
    const answer = await ask("reinforcment lerning");
    expect(answer.corrections).toEqual([{ from: "lerning", to: "learning" }]);
    expect(await ids("reinforcment lerning")).toEqual(["joined"]);
    expect(await ids("trajektory")).toEqual(["bridges"]);
    expect(await ids("smapling")).toEqual(["bridges", "onpolicy"]);
  });

  it("does not correct a word of a sentence if the archive has related words", async () => {
    const { ids: among, ask: asking } = madeSearch([
      {
        id: "lies",
        title: "Hallucination in Vision",
        abstract: "Models name objects that are not there.",
      },
      { id: "pays", title: "Incentives", abstract: "Agents are paid for objects and images." },
    ]);
    const text = "stop chat programs from inventing objects that were never there";
    expect((await asking(text)).corrections.map(({ from }) => from)).not.toContain("inventing");
    expect((await among(text))[0]).toBe("lies");
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

  it.each([
    ["chain-of-thought", ["hyphens", "words"]],
    ["state-space", ["space"]],
    ["GPT-4", ["four", "longer"]],
    ["GPT-4o", ["longer"]],
    ["out-of-distribution", ["outside"]],
  ])("finds %j in any spelling, and longer forms of it", async (text, expected) => {
    const { ids: found } = madeSearch([
      { id: "hyphens", abstract: "Chain-of-thought prompting." },
      { id: "words", abstract: "A long chain of thoughts." },
      { id: "neither", abstract: "A thought about a chain." },
      { id: "four", abstract: "We ask GPT-4-0125-preview." },
      { id: "longer", abstract: "We ask GPT-4o and GPT4." },
      { id: "space", abstract: "State space models." },
      { id: "outside", abstract: "Out-of-distribution data." },
      { id: "inside", abstract: "Another distribution." },
    ]);
    expect((await found(text)).sort()).toEqual(expected);
  });

  it("names the words that no paper has", async () => {
    expect(await ask("zzyzxqq reward")).toMatchObject({ unknown: ["zzyzxqq"] });
    expect(await ask("get reward")).toMatchObject({ unknown: ["get"] });
    const sentence = "how does policy gradient get wrong rewards, and zzyzxqq ones";
    expect(await ask(sentence)).toMatchObject({ unknown: ["zzyzxqq"] });
    expect(await ids("zzyzxqq")).toEqual([]);
  });

  it("finds a word by its prefix while it is typed, and not afterwards", async () => {
    expect(await ids("traj", { typing: true })).toEqual(["bridges"]);
    expect(await ids("sch", { typing: true })).toEqual(["bridges", "joined"]);
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

  it("searches a title with a colon as words", async () => {
    expect(await ask("Granular: rewards")).toMatchObject({ faults: [], mode: "all" });
    expect(await ids("Granular: rewards")).toEqual(["granular"]);
  });

  it("finds papers with some of the words if OR is between them", async () => {
    expect((await ids("bridges OR granular")).sort()).toEqual(["bridges", "granular"]);
    expect(await ids("bridges AND granular cells")).not.toEqual([]);
  });

  it.each([
    "2510.01171",
    "arXiv:2510.01171v3",
    "arXiv: 2510.01171",
    "https://arxiv.org/abs/2510.01171",
    "https://arxiv.org/pdf/2510.01171v1.pdf",
    "https://huggingface.co/papers/2510.01171",
    "10.1145/3292500.3330701",
    "doi:10.1145/3292500.3330701",
    "https://doi.org/10.1145/3292500.3330701",
  ])("finds a paper by its id or address, %j", async (text) => {
    const { ask: asking, ids: found } = madeSearch([
      ...papers,
      {
        id: "2510.01171",
        title: "Verbalized Sampling",
        abstract: "Jokes about coffee.",
        ids: { arxiv: "2510.01171", doi: "10.1145/3292500.3330701" },
      },
      { id: "2510.01172", abstract: "Another.", ids: { arxiv: "2510.01172" } },
    ]);
    expect(await found(text)).toEqual(["2510.01171"]);
    expect((await asking(text)).faults).toEqual([]);
  });

  it("counts a repeated word once", async () => {
    expect(await ask("reward ".repeat(12))).toMatchObject({ mode: "all", withAllWords: 2 });
    expect(await ids("Reward rewards hacking")).toEqual(await ids("reward hacking"));
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

  it("shows sources by the names that readers know", async () => {
    const of = (format: string) => [{ format, file: "a", line: 1 }];
    const { ask: asking, ids: found } = madeSearch([
      { id: "page", sources: of("daily-papers-text") },
      { id: "api", sources: of("arxiv-atom") },
      { id: "other", sources: of("x-unknown") },
    ]);
    const { facets } = await asking("");
    expect(facets.source.map(({ value, name }) => [value, name])).toEqual([
      ["daily-papers-text", "Daily Papers (page)"],
      ["arxiv-atom", "arXiv"],
      ["x-unknown", "x-unknown"],
    ]);
    expect(await found("source:arxiv")).toEqual(["api"]);
    expect(await found('source:"Daily Papers"')).toEqual(["page"]);
    expect(await found("source:daily-papers-text")).toEqual(["page"]);
  });

  it("finds a paper of a reader's list by its former id", async () => {
    const renamed = { id: "2510.00001", title: "Renamed", aliases: ["a-former-slug"] };
    const lists = { saved: ["a-former-slug"], read: ["a-former-slug"] };
    const { ids: found } = madeSearch([...papers, renamed], lists);
    expect(await found("is:saved")).toEqual(["2510.00001"]);
    expect(await found("is:unread title:renamed")).toEqual([]);
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

  it("sorts by date and comments, undated papers last", async () => {
    const all = {
      selection: { topic: [], year: [], month: [], org: [], author: [], source: [], has: [] },
    };
    expect((await ids("year:2025", { sort: "oldest" }))[0]).toBe("hacking");
    expect((await ids("year:2025", { sort: "newest" }))[0]).toBe("majority");
    expect((await ids("", { ...all, sort: "comments" })).slice(0, 2)).toEqual([
      "granular",
      "bridges",
    ]);
  });

  it("filters by author and month, and counts authors only on request", async () => {
    const pick = (picked: object) => ({ selection: { ...nothingSelected, ...picked } });
    expect((await ask("policy")).facets.author).toEqual([]);
    const { facets } = await ask("", { authors: true });
    expect(facets.author.map(({ name, count }) => [name, count])).toEqual([
      ["Renato Berlinghieri", 1],
      ["Renato Shen", 1],
      ["Yünyi Shen", 1],
    ]);
    expect(await ids("policy", pick({ author: ["Renato Shen"] }))).toEqual(["onpolicy"]);
    const both = await ids("", pick({ author: ["Renato Shen", "Yünyi Shen"] }));
    expect(both.sort()).toEqual(["bridges", "onpolicy"]);
    expect((await ids("", pick({ month: ["2025-10"] }))).sort()).toEqual(["granular", "majority"]);
    expect(await ids("", pick({ month: ["2025-10"], author: ["Renato Shen"] }))).toEqual([]);
    const { facets: left } = await ask("", pick({ year: ["2025"] }));
    expect(left.month.map(({ value, count }) => [value, count])).toEqual([
      ["2025-10", 2],
      ["2025-01", 1],
    ]);
  });

  it("counts the values of facets that are combined", async () => {
    const selection = {
      topic: [],
      year: ["2025"],
      month: [],
      org: [],
      author: [],
      source: [],
      has: [],
    };
    const { facets, papers: found } = await ask("policy", { selection });
    expect(found.length).toBe(1);
    // The selection in a facet does not reduce its own values: the other years can still be
    // selected.
    expect(facets.year.map(({ value, count, selected }) => [value, count, selected])).toEqual([
      ["2025", 1, true],
      ["2024", 1, false],
      ["2021", 1, false],
      ["2020", 1, false],
    ]);
    expect(facets.topic).toEqual([]);
    const without = await ask("policy");
    expect(without.facets.topic).toEqual([
      {
        value: "reinforcement-learning",
        name: "reinforcement learning",
        count: 1,
        selected: false,
      },
    ]);
    const both = await ask("policy", {
      selection: { ...selection, year: ["2020", "2021"], topic: ["reinforcement-learning"] },
    });
    expect(both.papers.length).toBe(1);
    expect(both.facets.year.map(({ value, count }) => [value, count])).toEqual([
      ["2021", 0],
      ["2020", 1],
    ]);
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
