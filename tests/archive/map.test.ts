import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapSize } from "../../src/archive/map/map-point.ts";
import { placePapers } from "../../src/archive/map/place-papers.ts";
import { regionsOf } from "../../src/archive/map/regions.ts";
import { termVectors } from "../../src/archive/terms/term-vectors.ts";

const subjects = [
  ["bandits", "arm regret bandit reward exploration payoff horizon"],
  ["robots", "robot gripper navigation locomotion torque manipulator terrain"],
  ["diffusion", "diffusion denoising score image guidance noise latent"],
] as const;

/** Papers on three subjects in turn. Each abstract has some of its subject's words. */
const made = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const [topic, words] = subjects[index % 3] ?? subjects[0];
    const some = words.split(" ").filter((__, at) => (index + at) % 4 !== 0);
    return {
      id: `paper-${String(index).padStart(3, "0")}`,
      title: `${some[index % some.length]} ${some[0]}`,
      abstract: [...some, ...some.toReversed()].join(" of "),
      topics: [{ id: topic, score: 0.9 }],
    };
  });
const placesOf = (count: number) => placePapers(termVectors(made(count)));

describe("the places of papers on the map", () => {
  it.each([0, 1, 2, 3])("are none for %i papers", (count) => {
    expect(placesOf(count)).toEqual([]);
  });

  it.each([4, 5, 7, 11, 40])("of %i papers are all on it, whole units, and apart", (count) => {
    const places = placesOf(count);
    expect(places).toHaveLength(count);
    for (const { x, y } of places) {
      expect(Number.isInteger(x) && x >= 0 && x <= mapSize.width).toBe(true);
      expect(Number.isInteger(y) && y >= 0 && y <= mapSize.height).toBe(true);
    }
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
  });

  it("lie nearer to those of their subject than to others", () => {
    const places = placesOf(60);
    const own = places.map((from, index) => {
      const far = places.map(({ x, y }) => Math.hypot(x - from.x, y - from.y));
      const nearest = far
        .map((distance, other) => ({ distance, other }))
        .filter(({ other }) => other !== index)
        .sort((a, b) => a.distance - b.distance)[0];
      return (nearest?.other ?? 0) % 3 === index % 3;
    });
    expect(own.filter(Boolean).length).toBeGreaterThan(57);
  });

  it("are the same every time, in whatever order the papers come", () => {
    const papers = made(30);
    expect(placePapers(termVectors(papers.toReversed()))).toEqual(placesOf(30));
  });

  it("are found for papers that share no word at all", () => {
    const apart = made(6).map((paper, index) => ({
      ...paper,
      title: `only${index}`,
      abstract: "",
      topics: [],
    }));
    const places = placePapers(termVectors(apart));
    expect(places).toHaveLength(6);
    expect(places.every(({ x, y }) => Number.isInteger(x) && Number.isInteger(y))).toBe(true);
  });
});

describe("the names on the map", () => {
  const cluster = (topic: string, x: number, y: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      x: x + (index % 3) * 8,
      y: y + Math.floor(index / 3) * 8,
      topics: [
        { id: topic, score: 1 },
        { id: "everywhere", score: 1 },
      ],
    }));
  const papers = [
    ...cluster("bandits", 200, 200, 6),
    ...cluster("robots", 700, 500, 6),
    ...cluster("robots-too", 702, 502, 3),
  ];

  it("stand in the middle of papers that lie together, and not for what lies everywhere", () => {
    const regions = regionsOf(papers, (topic) => topic);
    expect(regions.map(({ topic }) => topic)).toEqual(["bandits", "robots", "robots-too"]);
    expect(regions[0]).toMatchObject({ papers: 6, narrow: true });
    expect(Math.hypot((regions[0]?.x ?? 0) - 208, (regions[0]?.y ?? 0) - 204)).toBeLessThan(60);
  });

  it("never cover each other", () => {
    const place = fc.record({
      x: fc.nat({ max: mapSize.width }),
      y: fc.nat({ max: mapSize.height }),
      topics: fc.array(
        fc.record({ id: fc.constantFrom("a", "b", "c", "d", "e"), score: fc.constant(1) }),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 4, maxLength: 40 }), (places) => {
        const regions = regionsOf(places, (topic) => `The topic ${topic}`);
        for (const [index, a] of regions.entries()) {
          for (const b of regions.slice(index + 1)) {
            expect(Math.abs(a.x - b.x) > 100 || Math.abs(a.y - b.y) >= 29).toBe(true);
          }
        }
      }),
    );
  });
});
