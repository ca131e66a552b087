import { describe, expect, it } from "vitest";
import { landmarksOf } from "../../src/archive/map/landmarks.ts";
import { type MapPoint, mapSize } from "../../src/archive/map/map-point.ts";
import { placePapers } from "../../src/archive/map/place-papers.ts";
import { regionsOf } from "../../src/archive/map/regions.ts";

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
const placesOf = (count: number) => placePapers(made(count));

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

  it("leave no wide stripe empty although a few papers are far from all others", () => {
    const words = "quark of lepton of hadron of boson of gluon of muon";
    const far = made(90).map((paper, index) =>
      index < 5 ? { ...paper, title: `muon ${index}`, abstract: words, topics: [] } : paper,
    );
    const places = placePapers(far);
    for (const axis of ["x", "y"] as const) {
      const sorted = places.map((place) => place[axis]).sort((a, b) => a - b);
      const gaps = sorted.slice(1).map((value, index) => value - (sorted[index] ?? 0));
      expect(Math.max(...gaps)).toBeLessThan(mapSize[axis === "x" ? "width" : "height"] / 2);
    }
  });

  it("are the same every time, in whatever order the papers come", () => {
    const papers = made(30);
    expect(placePapers(papers.toReversed())).toEqual(placesOf(30));
  });

  it("stay where they are when papers are added, until the archive has grown by a tenth", () => {
    const dated = made(76).map((paper, index) => ({
      ...paper,
      id: `${paper.topics[0]?.id}-${index}`,
      since: String(1900 + index),
    }));
    const byId = (count: number) => {
      const papers = dated.slice(0, count);
      const ids = papers.map(({ id }) => id).sort();
      return new Map(placePapers(papers).map((place, index) => [ids[index] ?? "", place]));
    };
    const all = byId(76);
    const moved = (count: number) =>
      [...byId(count)].filter(([id, { x, y }]) => all.get(id)?.x !== x || all.get(id)?.y !== y);
    expect(moved(72).length).toBeLessThan(10);
    expect(moved(72).every(([id]) => Number(id.split("-")[1]) >= 70)).toBe(true);
    expect(moved(69).length).toBeGreaterThan(50);
  });

  it("hardly move when a paper is corrected, unless the map is laid from it", () => {
    const papers = made(700);
    const before = placePapers(papers);
    const { core } = landmarksOf(papers);
    expect(core.length).toBeLessThan(550);
    const laidFrom = new Set(core.map(({ id }) => id));
    const [corrected = -1] = papers.flatMap(({ id }, at) => (laidFrom.has(id) ? [] : [at]));
    const after = placePapers(
      papers.map((paper, at) =>
        at === corrected ? { ...paper, ...made(702)[701], id: paper.id } : paper,
      ),
    );
    const isMoved = ({ x, y }: MapPoint, at: number) => after[at]?.x !== x || after[at]?.y !== y;
    expect(before.filter(isMoved).length).toBeLessThan(70);
  });

  it("are found for papers that share no word at all", () => {
    const apart = made(6).map((paper, index) => ({
      ...paper,
      title: `only${index}`,
      abstract: "",
      topics: [],
    }));
    const places = placePapers(apart);
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
    const regions = regionsOf(papers);
    expect(regions.map(({ topic }) => topic)).toEqual(["bandits", "robots", "robots-too"]);
    expect(regions[0]).toMatchObject({ papers: 6 });
    expect(Math.hypot((regions[0]?.x ?? 0) - 208, (regions[0]?.y ?? 0) - 204)).toBeLessThan(10);
  });
});
