import { afterEach, expect, it, vi } from "vitest";
import { loadMap } from "../../../src/client/map/load-map.ts";

const file = {
  ...{
    x: [1, 2, 3],
    y: [4, 5, 6],
    family: [0, 0, 0],
    topic: [-1, -1, -1],
    topics: [],
    regions: [],
  },
  ...{ title: ["A"], date: ["2025"], address: ["/papers/a/"] },
};
const texts = {
  title: ["A", "B", "C"],
  date: ["2025", "2024", "2023"],
  address: ["/papers/a/", "/papers/b/", "/papers/c/"],
};

afterEach(() => vi.unstubAllGlobals());

/** Answers requests for the two files, and notes which were asked for. */
function serve(answers: Record<string, unknown>): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(address);
    const answer = answers[address];
    if (answer === undefined) throw new TypeError("Failed to fetch");
    return Response.json(answer);
  });
  return asked;
}

it("loads the texts of all papers once, when somebody needs them", async () => {
  const asked = serve({ "map.json": file, "texts.json": texts });
  const data = await loadMap("map.json", "texts.json");
  expect(data).toMatchObject(file);
  expect(asked).toEqual(["map.json"]);
  await Promise.all([data?.whole(), data?.whole()]);
  await data?.whole();
  expect(data).toMatchObject({ ...file, ...texts });
  expect(asked).toEqual(["map.json", "texts.json"]);
});

it("asks again after a failure, and never for texts that it has", async () => {
  const answers: Record<string, unknown> = { "map.json": file };
  serve(answers);
  const data = await loadMap("map.json", "texts.json");
  await data?.whole();
  expect(data?.title).toEqual(["A"]);
  answers["texts.json"] = texts;
  await data?.whole();
  expect(data?.title).toEqual(texts.title);

  const asked = serve({ "map.json": { ...file, ...texts } });
  await (await loadMap("map.json", "texts.json"))?.whole();
  expect(asked).toEqual(["map.json"]);
  expect(await loadMap("other.json", "texts.json")).toBeUndefined();
});
