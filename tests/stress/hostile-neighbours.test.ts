import { describe, expect, it } from "vitest";
import {
  canBeRaw,
  fields,
  hostileTexts,
  lossIn,
  recordsWith,
  writers,
} from "../fixtures/hostile-seeds.ts";

describe.each(writers)("a hostile record in $format", (writer) => {
  const variants = canBeRaw(writer) ? [false, true] : [false];
  it.each(fields)("takes nothing with it, whatever its %s", { timeout: 300_000 }, (field) => {
    const losses = hostileTexts.flatMap((text) =>
      [0, 1, 2].flatMap((at) =>
        variants.flatMap((raw) => {
          const loss = lossIn(writer.write(recordsWith(text, field, at), raw));
          return loss === undefined ? [] : [{ text, at, raw, loss }];
        }),
      ),
    );
    expect(losses).toEqual([]);
  });
});
