import { describe, expect, it } from "vitest";
import { madeSearch } from "../../fixtures/made-search.ts";
import { ask, ids, papers } from "../../fixtures/search-papers.ts";

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

  it("finds a word by its prefix while it is typed, and not afterwards", async () => {
    expect(await ids("traj", { typing: true })).toEqual(["bridges"]);
    expect(await ids("sch", { typing: true })).toEqual(["bridges", "joined"]);
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

  it("finds a paper by its source's keywords and summary, after papers whose texts have the words", async () => {
    const { ids: among } = madeSearch([
      {
        id: "keyword",
        keywords: ["preference optimization"],
        aiSummary: "A way to teach rovers.",
        published: "2025-01-01",
      },
      { id: "text", abstract: "Preference optimization of rovers.", published: "2020-01-01" },
    ]);
    expect(await among("preference optimization")).toEqual(["text", "keyword"]);
    expect(await among("teach rovers")).toEqual(["keyword"]);
  });

  it("counts a repeated word once", async () => {
    expect(await ask("reward ".repeat(12))).toMatchObject({ mode: "all", withAllWords: 2 });
    expect(await ids("Reward rewards hacking")).toEqual(await ids("reward hacking"));
  });
});
