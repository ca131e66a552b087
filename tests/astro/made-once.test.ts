import { describe, expect, it } from "vitest";
import { madeOnce, sourcesChanged } from "../../src/astro/made-once.ts";

describe("a value that pages share", () => {
  it("is made when it is first asked for, and then kept", () => {
    let times = 0;
    const value = madeOnce(["papers"], () => ({ number: ++times }));
    expect(times).toBe(0);
    expect(value()).toBe(value());
    expect(times).toBe(1);
  });

  it("is made again after one of its sources has changed, and only then", () => {
    let times = 0;
    const value = madeOnce(["papers", "notes"], () => ++times);
    expect(value()).toBe(1);
    sourcesChanged("addresses", "comparisons");
    expect(value()).toBe(1);
    sourcesChanged("notes");
    expect(value()).toBe(2);
    sourcesChanged("papers");
    sourcesChanged("notes");
    expect([value(), value()]).toEqual([3, 3]);
  });

  it("is made again after it could not be made, once a source has changed", async () => {
    let isSound = false;
    const value = madeOnce(["notes"], async () => {
      if (!isSound) throw new Error("half-typed");
      return "sound";
    });
    await expect(value()).rejects.toThrow("half-typed");
    isSound = true;
    await expect(value()).rejects.toThrow("half-typed");
    sourcesChanged("notes");
    expect(await value()).toBe("sound");
  });
});
