import { describe, expect, it } from "vitest";
import { typedDisplays } from "../../src/math/restore/displays.ts";
import { restore } from "../../src/math/restore/index.ts";

describe("displays typed as environments", () => {
  const found = (text: string): string[] =>
    typedDisplays(text).map(({ start, end }) => text.slice(start, end));

  it.each([
    [String.raw`the problem equation* \Delta u=\gamma u^{\gamma-1} equation* in the plane`, 1],
    [String.raw`of the form align-\Delta u &= f(u), \\ u &= 0 align with \alpha`, 1],
    [String.raw`equation*a=\int f equation* and gather* b=\int g gather*`, 2],
    [
      String.raw`the heat equation and, for \alpha in some interval of the line, the wave equation`,
      0,
    ],
    ["the equation u_t = Delta u and the wave equation", 0],
    [String.raw`an equation* without its end, \Delta u=0`, 0],
  ])("%j has %i", (text, count) => {
    expect(found(text)).toHaveLength(count);
  });

  it("keep their text, while formulas around them are restored", () => {
    const text = String.raw`We study the system align* \partial_t u &= \Delta u+u^2, \\ u(0)&=u_0 align* for u_0 in L^2(Omega) and all t geq 0, with varphi(x_i) bounded.`;
    const { spans } = restore(text);
    const display = typedDisplays(text)[0];
    expect(display).toBeDefined();
    expect(spans.length).toBeGreaterThan(0);
    expect(
      spans.filter(({ start, end }) => start < (display?.end ?? 0) && end > (display?.start ?? 0)),
    ).toEqual([]);
  });
});
