import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cross } from "../../src/archive/map/crossings.ts";
import { dotGrid } from "../../src/archive/map/dot-grid.ts";
import { landmarksOf } from "../../src/archive/map/landmarks.ts";
import { type MapPoint, mapSize } from "../../src/archive/map/map-point.ts";
import { type Label, placeLabels } from "../../src/archive/map/place-labels.ts";
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

describe("labels", () => {
  const size = { width: 600, height: 400 };
  const point = { x: fc.nat({ max: size.width }), y: fc.nat({ max: size.height }) };
  const made = fc.record({
    dots: fc.array(fc.record(point), { maxLength: 120 }),
    labels: fc.array(
      fc.record({ ...point, width: fc.integer({ min: 20, max: 160 }), height: fc.constant(18) }),
      { maxLength: 20 },
    ),
  });
  const place = (
    { dots, labels }: { dots: { x: number; y: number }[]; labels: Label[] },
    gap = 6,
  ) =>
    placeLabels(labels, {
      ...size,
      dots: dotGrid({ x: dots.map(({ x }) => x), y: dots.map(({ y }) => y) }),
      gap,
      farthest: 70,
    });
  /** Whether two boxes, given by their middles and sizes, are at least so far apart. */
  const isClear = (a: Label, b: Label, gap: number) =>
    Math.abs(a.x - b.x) >= (a.width + b.width) / 2 + gap - 1e-6 ||
    Math.abs(a.y - b.y) >= (a.height + b.height) / 2 + gap - 1e-6;

  it("never cover a dot or another label, never leave the map, and stay near their point", () => {
    fc.assert(
      fc.property(made, ({ dots, labels }) => {
        const placed = place({ dots, labels }).map(({ label, x, y }) => ({
          ...(labels[label] ?? { width: 0, height: 0 }),
          wanted: labels[label] ?? { x: 0, y: 0 },
          x,
          y,
        }));
        for (const [index, one] of placed.entries()) {
          for (const dot of dots) {
            expect(isClear(one, { ...dot, width: 0, height: 0 }, 6)).toBe(true);
          }
          for (const other of placed.slice(index + 1)) expect(isClear(one, other, 0)).toBe(true);
          expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
          expect(one.y + one.height / 2).toBeLessThanOrEqual(size.height);
          expect(Math.hypot(one.x - one.wanted.x, one.y - one.wanted.y)).toBeLessThan(71);
        }
      }),
    );
  });

  it("have lines to their points that cross no other label, and no other line", () => {
    // Dots fill a disc, so that every label has its place around it.
    const dots = Array.from({ length: 900 }, (_, index) => ({
      x: 300 + 66 * Math.sqrt(index / 900) * Math.cos(index * 2.4),
      y: 200 + 66 * Math.sqrt(index / 900) * Math.sin(index * 2.4),
    }));
    const labels = dots.slice(0, 24).map((dot) => ({ ...dot, width: 60, height: 18 }));
    const placed = placeLabels(labels, {
      ...size,
      dots: dotGrid({ x: dots.map(({ x }) => x), y: dots.map(({ y }) => y) }),
      gap: 4,
      farthest: 130,
    });
    expect(placed.length).toBeGreaterThan(5);
    const lines = placed.map(({ label, x, y }) => {
      const point = labels[label] ?? { x, y };
      return { label, from: { x, y }, to: { x: point.x, y: point.y } };
    });
    for (const line of lines) {
      for (const other of lines.filter(({ label }) => label !== line.label)) {
        expect(cross(line, other)).toBe(false);
        const box = { ...other.from, width: 60, height: 18 };
        for (let part = 0.01; part < 1; part += 0.01) {
          const x = line.from.x + (line.to.x - line.from.x) * part;
          const y = line.from.y + (line.to.y - line.from.y) * part;
          expect(isClear({ x, y, width: 0, height: 0 }, box, 0)).toBe(true);
        }
      }
    }
  });

  it.each([
    ["an X", [0, 0, 10, 10], [0, 10, 10, 0], true],
    ["two lines side by side", [0, 0, 10, 10], [0, 5, 10, 15], false],
    ["two lines from one point", [0, 0, 10, 10], [0, 0, 10, 0], false],
    ["a line that ends before the other", [0, 0, 4, 4], [0, 10, 10, 0], false],
  ] as const)("know whether lines cross: %s", (_, one, other, expected) => {
    const line = ([fromX, fromY, toX, toY]: readonly [number, number, number, number]) => ({
      from: { x: fromX, y: fromY },
      to: { x: toX, y: toY },
    });
    expect(cross(line(one), line(other))).toBe(expected);
  });

  it("stay clear of dots that grow less than the map does", () => {
    fc.assert(
      fc.property(made, fc.double({ min: 1, max: 8, noNaN: true }), ({ dots, labels }, zoom) => {
        for (const { label, x, y } of place({ dots, labels })) {
          const { width = 0, height = 0 } = labels[label] ?? {};
          const box = { x: x * zoom, y: y * zoom, width, height };
          for (const dot of dots) {
            const at = { x: dot.x * zoom, y: dot.y * zoom, width: 0, height: 0 };
            expect(isClear(box, at, 6 * zoom ** 0.35)).toBe(true);
          }
        }
      }),
    );
  });

  it("go to their point where it is free, the first ones first, and are left out where nothing is", () => {
    const label = { x: 300, y: 200, width: 100, height: 18 };
    expect(place({ dots: [], labels: [label] })).toEqual([{ label: 0, x: 300, y: 200 }]);
    const two = place({ dots: [], labels: [label, label] });
    expect(two[0]).toEqual({ label: 0, x: 300, y: 200 });
    expect(two[1]?.label).toBe(1);
    const everywhere = Array.from({ length: 2400 }, (_, index) => ({
      x: (index % 60) * 10,
      y: Math.floor(index / 60) * 10,
    }));
    expect(place({ dots: everywhere, labels: [label] })).toEqual([]);
  });
});
