import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { showProgress } from "../../scripts/progress.ts";

/** Progress on a stream that keeps what is written, with a clock that the test sets. */
function started(options: Parameters<typeof showProgress>[1] & { columns?: number }) {
  const clock = { now: 0 };
  const written: string[] = [];
  const { columns = 60, ...others } = options;
  const write = (text: string) => written.push(text);
  const progress = showProgress("Adding", {
    stream: { write, isTTY: true, columns },
    out: (line) => written.push(`${line}\n`),
    now: () => clock.now,
    ...others,
  });
  const shown = () => stripVTControlCharacters(written.join("").split("\r").at(-1) ?? "");
  return { clock, written, progress, shown };
}

describe("progress on a terminal", () => {
  it("is a bar with rate and time left, in one line", () => {
    const { clock, progress, shown } = started({ total: 1200, unit: "page", isPlain: false });
    clock.now = 30_000;
    progress.step(300);
    expect(shown()).toBe(
      "Adding ━━━━━━━━━━ 300 of 1,200 pages · 10/s · 1:30 left".replace(
        "━━━━━━━━━━",
        "━".repeat(13),
      ),
    );
    expect(shown().length).toBeLessThan(60);
  });

  it.each([
    [1, "Adding 1 of 1,200 · 2.0/min · 9:59:30 left"],
    [60, "Adding 60 of 1,200 · 2.0/s · 9:30 left"],
  ])("says the rate of slow work in other units: %i", (done, line) => {
    const { clock, progress, shown } = started({ total: 1200, isPlain: false, columns: 45 });
    clock.now = 30_000;
    progress.step(done);
    expect(shown().replace(/ ━+/, "")).toBe(line);
  });

  it("has no time left where the end is unknown", () => {
    const { clock, progress, shown } = started({ isPlain: false });
    clock.now = 4_000;
    progress.step(2);
    expect(shown()).toBe("Adding 2 · 30/min");
    progress.expect(4);
    clock.now = 4_200;
    progress.step();
    expect(shown()).toContain("3 of 4 · 43/min · 0:02 left");
  });

  it("makes way for lines of output, and leaves nothing behind", () => {
    const { clock, written, progress, shown } = started({ total: 3, isPlain: false });
    clock.now = 3_000;
    progress.step();
    progress.print("2510.01171: saved");
    expect(stripVTControlCharacters(written.slice(1, 3).join(""))).toBe("\r2510.01171: saved\n");
    expect(shown()).toContain("1 of 3");
    progress.end();
    expect(written.at(-1)).toBe("\r\u001B[K");
  });

  it("is never wider than the terminal", () => {
    const { clock, progress, shown } = started({ total: 10_000, isPlain: false, columns: 20 });
    clock.now = 30_000;
    progress.step(5_000);
    expect(shown()).toBe("Adding 5,000 of 10,");
  });
});

describe("progress in a log", () => {
  it("is a line every ten seconds", () => {
    const { clock, written, progress } = started({ total: 40, unit: "day", isPlain: true });
    for (let second = 1; second <= 25; second += 1) {
      clock.now = second * 1000;
      progress.step();
    }
    progress.end();
    expect(written).toEqual([
      "Adding: 10 of 40 days, 1.0/s, 0:30 left\n",
      "Adding: 20 of 40 days, 1.0/s, 0:20 left\n",
    ]);
  });

  it("counts one thing in the singular", () => {
    const { clock, written, progress } = started({ unit: "page", isPlain: true });
    clock.now = 30_000;
    progress.step();
    expect(written).toEqual(["Adding: 1 page, 2.0/min\n"]);
  });

  it("is nothing for short work, and for programs", () => {
    const { clock, written, progress } = started({ total: 40, isPlain: true });
    clock.now = 9_000;
    progress.step(40);
    const quiet = started({ total: 40, isQuiet: true });
    quiet.clock.now = 90_000;
    quiet.progress.step();
    quiet.progress.end();
    expect([...written, ...quiet.written]).toEqual([]);
  });
});
