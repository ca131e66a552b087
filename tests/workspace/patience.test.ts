import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchSilence } from "../../src/workspace/patience.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a process that says nothing", () => {
  it("is silent after the time it has, and only once", () => {
    const silent = vi.fn();
    const watch = watchSilence(1000, silent);
    watch.heard();
    vi.advanceTimersByTime(900);
    expect(silent).not.toHaveBeenCalled();
    expect(watch.isOn()).toBe(true);
    vi.advanceTimersByTime(3000);
    expect(silent).toHaveBeenCalledTimes(1);
    expect(watch.isOn()).toBe(false);
  });

  it("has its time again after each word, and as much as it likes at the end", () => {
    const silent = vi.fn();
    const watch = watchSilence(1000, silent);
    for (let turn = 0; turn < 5; turn++) {
      watch.heard();
      vi.advanceTimersByTime(900);
    }
    watch.end();
    vi.advanceTimersByTime(9000);
    expect(silent).not.toHaveBeenCalled();
  });

  it("loses little time while the machine sleeps", async () => {
    vi.useRealTimers();
    const silent = vi.fn();
    const watch = watchSilence(400, silent);
    watch.heard();
    // Nothing of this process runs in that time, as when it is stopped.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600);
    await new Promise((done) => setTimeout(done, 1));
    watch.end();
    expect(silent).not.toHaveBeenCalled();
  });
});
