import { describe, expect, it } from "vitest";
import { tooMuchMemory } from "../../src/workspace/doctor/memory.ts";
import { heapOption, machineMemory, makersThatFit } from "../../src/workspace/machine-memory.ts";
import { memoryFaults, memoryNeeded } from "../../src/workspace/memory-need.ts";

const GB = 1e9;
const measured = [
  { papers: 10_000, together: 2 * GB, largest: 1.5 * GB },
  { papers: 100, together: 1 * GB, largest: 1 * GB },
  { papers: 40_000, together: 5 * GB, largest: 3 * GB },
];

describe("the memory that a build needs", () => {
  it.each([
    [10, 1, 1],
    [100, 1, 1],
    [5050, 1.5, 1.25],
    [25_000, 3.5, 2.25],
    [100_000, 11, 6],
  ])("is in proportion to what others took: %d papers", (papers, together, largest) => {
    const need = memoryNeeded(papers, measured);
    expect(need?.together).toBeCloseTo(together * GB, -3);
    expect(need?.largest).toBeCloseTo(largest * GB, -3);
  });

  it("is unknown before two sizes were measured", () => {
    expect(memoryNeeded(100, [])).toBeUndefined();
    expect(memoryNeeded(100, measured.slice(0, 1))).toBeUndefined();
  });
});

describe("a machine for a build", () => {
  const need = { papers: 100_000, together: 11 * GB, largest: 6 * GB };
  const whys = (machine: { total: number; free: number; heap: number }) =>
    memoryFaults(need, machine).map(({ reason, hint }) => `${reason} → ${hint}`);

  it("with enough memory has no fault", () => {
    expect(whys({ total: 16 * GB, free: 12 * GB, heap: 8 * GB })).toEqual([]);
  });

  it.each([
    [
      "too little memory",
      { total: 8 * GB, free: 6 * GB, heap: 8 * GB },
      [
        /takes about 11\.0 GB of memory, but this machine has 8\.0 GB → .* machine with more memory/,
      ],
    ],
    [
      "other programs",
      { total: 16 * GB, free: 6 * GB, heap: 8 * GB },
      [/11\.0 GB of memory, but 6\.0 GB are free now → End other programs/],
    ],
    [
      "a limit of Node",
      { total: 16 * GB, free: 12 * GB, heap: 4 * GB },
      [/about 6\.0 GB, but Node lets it have 4\.0 GB → .*--max-old-space-size=6000\./],
    ],
  ])("with %s is told, with what to do", (_, machine, expected) => {
    expect(whys(machine)).toEqual(expected.map((one) => expect.stringMatching(one)));
  });

  it("is a finding of the doctor", () => {
    const found = tooMuchMemory(memoryFaults(need, { total: 1, free: 1, heap: 8 * GB }));
    expect(found).toMatchObject([{ kind: "too large", severity: "warning" }]);
  });

  it.each([
    ["16 GB and few papers", [], 100_000, 16, 4.3, undefined],
    ["16 GB and many papers", [], 200_000, 16, 4.3, 8583],
    ["16 GB and more papers than it can hold", [], 2_000_000, 16, 4.3, 12_288],
    ["8 GB, of which Node would give 2", [], 100, 8, 2.1, 4096],
    ["2 GB, of which Node would give a quarter", [], 100, 2, 0.5, 1536],
    ["little, of which Node would give all", [], 100, 1, 1, undefined],
    ["a limit in NODE_OPTIONS", ["--max-old-space-size=3000"], 100, 16, 3, undefined],
    ["a share in its parameters", ["--max-old-space-size-percentage=50"], 1e6, 16, 8, undefined],
    ["a limit that is spelt otherwise", ["--max_old_space_size=900"], 100, 16, 0.9, undefined],
  ])("with %s gives a process as much as it may need", (_, given, papers, total, heap, most) => {
    const option = heapOption(papers, given, { total: total * 2 ** 30, heap: heap * 2 ** 30 });
    expect(option).toEqual(most === undefined ? [] : [`--max-old-space-size=${most}`]);
  });

  it.each([
    [100, 16, 23],
    [100_000, 16, 3],
    [100_000, 64, 16],
    [100_000, 4, 1],
    [1_000_000, 16, 1],
  ])("has room for processes that make pages of %i papers: %i GB", (papers, total, most) => {
    expect(makersThatFit(papers, { total: total * 2 ** 30 })).toBe(most);
  });

  it("is this one, with no more free than it has", () => {
    const { total, free, heap } = machineMemory();
    expect(total).toBeGreaterThan(0);
    expect(free).toBeLessThanOrEqual(total);
    expect(heap).toBeGreaterThan(0);
  });
});
