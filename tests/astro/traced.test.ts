import { describe, expect, it } from "vitest";
import { tracePage, valueVersions } from "../../src/astro/integrations/page-trace.ts";
import { madeOnce } from "../../src/astro/made-once.ts";
import { fact, keptByPaper, keyed, lookup, whole } from "../../src/astro/traced.ts";

describe("what a page reads", () => {
  it("is noted with its keys, also if another page has read it before", async () => {
    const names = lookup("names", ["papers"], async () => (key) => key.toUpperCase());
    const count = fact("count", ["papers"], () => 3);
    const page = async () => [(await names())("a"), (await names())("b"), await count()];
    for (let turn = 0; turn < 2; turn++) {
      const { made, trace } = await tracePage(page);
      expect(made).toEqual(["A", "B", 3]);
      expect(trace.isUntraceable).toBe(false);
      expect([...trace.reads].map(([name, keys]) => [name, [...keys]])).toEqual([
        ["names", ["a", "b"]],
        ["count", [""]],
      ]);
    }
  });

  it("cannot be compared if it is a whole value that pages share", async () => {
    const all = madeOnce(["papers"], () => ["a"]);
    for (let turn = 0; turn < 2; turn++) {
      const { trace } = await tracePage(async () => all());
      expect(trace.isUntraceable).toBe(true);
    }
  });

  it("can be compared if it is a whole value that says what it is made from", async () => {
    let papers = ["a"];
    const all = () =>
      whole(
        "all",
        ["papers"],
        async () => ({ papers, find: () => papers }),
        (value) => value.papers,
      );
    const { made, trace } = await tracePage(all());
    expect(made.find()).toEqual(["a"]);
    expect(trace.isUntraceable).toBe(false);
    expect([...trace.reads]).toEqual([["all", new Set([""])]]);
    const version = () => valueVersions().get("all")?.("");
    const before = await version();
    expect(before).toBeDefined();
    all();
    expect(await version()).toBe(before);
    papers = ["a", "b"];
    all();
    expect(await version()).not.toBe(before);
  });

  it("does not have what a part of a value is made from", async () => {
    const all = madeOnce(["papers"], async () => ["a", "b"]);
    const first = lookup("first", ["papers"], async () => {
      const found = await all();
      return (key) => found[Number(key)];
    });
    const { trace } = await tracePage(async () => (await first())("1"));
    expect(trace.isUntraceable).toBe(false);
    expect([...trace.reads.keys()]).toEqual(["first"]);
  });

  it("is noted for the page that asks, when several are made at once", async () => {
    const later = lookup("later", [], async () => {
      await new Promise((done) => setTimeout(done, 5));
      return (key) => key;
    });
    const pages = ["a", "b", "c"].map((key) => tracePage(async () => (await later())(key)));
    const keys = (await Promise.all(pages)).map(({ trace }) => [
      ...(trace.reads.get("later") ?? []),
    ]);
    expect(keys).toEqual([["a"], ["b"], ["c"]]);
  });

  it("has a digest that changes with the value, and none if it is code", async () => {
    let value = "a";
    const versionOf = async (make: () => unknown) => {
      fact("value", [], make);
      return valueVersions().get("value")?.("");
    };
    const before = await versionOf(() => value);
    expect(await versionOf(() => value)).toBe(before);
    value = "b";
    expect(await versionOf(() => value)).not.toBe(before);
    expect(await versionOf(() => () => value)).toBeUndefined();
  });
});

describe("values that are kept by paper", () => {
  it("are made once", () => {
    const titles = keptByPaper<string>();
    expect([titles("a", () => "A"), titles("a", () => "other"), titles("b", () => "B")]).toEqual([
      "A",
      "A",
      "B",
    ]);
  });

  it("are made once if they are nothing", () => {
    const none = keptByPaper<string | undefined>();
    none("a", () => undefined);
    expect(none("a", () => "other")).toBeUndefined();
  });

  it("are those that were asked for last, of as many papers as are to be kept", () => {
    const made: string[] = [];
    const kept = keptByPaper<string>({ most: 2 });
    const make = (id: string) => {
      made.push(id);
      return id;
    };
    for (const id of ["a", "b", "a", "c", "a", "b"]) kept(id, () => make(id));
    expect(made).toEqual(["a", "b", "c", "b"]);
  });
});

it("paths have a key by their props, unless these have code", () => {
  const paths = [
    { params: { id: "a" }, props: { title: "A" } },
    { params: { id: "b" }, props: { title: "A" } },
    { params: { id: "c" }, props: { title: "C" } },
    { params: { id: "d" }, props: { title: () => "D" } },
  ];
  const [a, b, c, d] = keyed(paths);
  expect(a?.cacheKey).toBeDefined();
  expect(a?.cacheKey).toBe(b?.cacheKey);
  expect(a?.cacheKey).not.toBe(c?.cacheKey);
  expect(d).toEqual(paths[3]);
});
