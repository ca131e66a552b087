import { describe, expect, it } from "vitest";
import { nothingSelected } from "../src/search/engine/filters.ts";
import { madeSearch } from "./fixtures/made-search.ts";

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
    ["onpolicy", ["bridges", "joined", "onpolicy"]],
    ["trajectory snapshot", ["bridges"]],
    ["强化学习", ["chinese"]],
    ["学习", ["chinese"]],
    ["survey", ["chinese"]],
  ])("for %j finds the same papers in every way of writing", async (text, expected) => {
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

  it("puts a match in the title first", async () => {
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

  it("finds what most words of a sentence describe, and says that none has all", async () => {
    const answer = await ask("a sentence about hacked rewards of agents and purple elephants");
    expect(answer).toMatchObject({ mode: "some", complete: 0 });
    expect((await ids("a sentence about hacked rewards and purple elephants"))[0]).toBe("hacking");
  });

  it("of two words that no paper has together gives papers with one of them", async () => {
    const answer = await ask("bridges seminar");
    expect(answer).toMatchObject({ mode: "some", complete: 0 });
    expect((await ids("bridges seminar")).sort()).toEqual(["bridges", "hacking"]);
  });

  it("widens a search that has answers only when asked", async () => {
    expect(await ids("reward hacking")).toEqual(["hacking"]);
    expect(await ids("reward hacking", { widely: true })).toEqual(["hacking", "granular"]);
  });

  it("corrects one or two typing errors, and says so", async () => {
    const answer = await ask("reinforcment lerning");
    expect(answer.corrections).toEqual([{ from: "lerning", to: "learning" }]);
    expect(await ids("reinforcment lerning")).toEqual(["joined"]);
    expect(await ids("trajektory")).toEqual(["bridges"]);
    expect(await ids("smapling")).toEqual(["bridges", "onpolicy"]);
  });

  it("in a sentence takes no word for a slip whose relatives the archive has", async () => {
    const { ids: among, ask: asking } = madeSearch([
      { id: "lies", title: "Hallucination in Vision", abstract: "Models say what is not there." },
      { id: "pays", title: "Incentives", abstract: "Agents are paid for objects and images." },
    ]);
    const text = "stop chat programs from inventing objects that were never there";
    expect((await asking(text)).corrections.map(({ from }) => from)).not.toContain("inventing");
    expect((await among(text))[0]).toBe("lies");
  });

  it("names words that nobody wrote", async () => {
    expect(await ask("zzyzxqq reward")).toMatchObject({ unknown: ["zzyzxqq"] });
    expect(await ids("zzyzxqq")).toEqual([]);
  });

  it("finds a word by its beginning while it is typed, and not afterwards", async () => {
    expect(await ids("traj", { typing: true })).toEqual(["bridges"]);
    expect(await ids("sch", { typing: true })).toEqual(["bridges", "joined"]);
  });

  it("explains names that this archive does not have", async () => {
    const { papers: found, faults } = await ask("topic:astrology");
    expect(found).toEqual([]);
    expect(faults).toEqual([{ message: "No topic here is called “astrology”." }]);
    expect((await ask("status:later")).faults).toEqual([
      {
        message:
          "“status:later” is not known. Write status:to-read or status:reading or status:read.",
      },
    ]);
    expect((await ask("the of and")).faults).toEqual([
      { message: "Words as common as these are not searched; add another." },
    ]);
  });

  it("knows a paper of a visitor's list by its former id", async () => {
    const renamed = { id: "2510.00001", title: "Renamed", aliases: ["a-former-slug"] };
    const lists = { saved: ["a-former-slug"], read: ["a-former-slug"] };
    const { ids: found } = madeSearch([...papers, renamed], lists);
    expect(await found("is:saved")).toEqual(["2510.00001"]);
    expect(await found("is:unread title:renamed")).toEqual([]);
  });

  it("says that a visitor's list is empty", async () => {
    const { ask: asking } = madeSearch(papers);
    const { papers: found, faults } = await asking("is:saved");
    expect(found).toEqual([]);
    expect(faults).toEqual([{ message: "No paper is saved in this browser." }]);
    expect((await asking("is:unread")).faults).toEqual([]);
  });

  it("still searches what is right in a query that is wrong", async () => {
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

  it("narrows down by author and month, and counts authors only when asked", async () => {
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

  it("counts facets that act together", async () => {
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
    // Its own picks do not narrow a facet: the other years could be picked too.
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
});
