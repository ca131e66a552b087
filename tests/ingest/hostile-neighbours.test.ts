import { describe, expect, it } from "vitest";
import {
  canBeRaw,
  type Facts,
  fields,
  hostileRecord,
  hostileTexts,
  ingestText,
  lossIn,
  recordsWith,
  writers,
} from "../fixtures/hostile-seeds.ts";

// All texts in all fields at all places: `npm run test:stress -- hostile-neighbours`.
describe.each(writers)("a hostile record in $format", (writer) => {
  const offset = writers.indexOf(writer);
  const texts = hostileTexts.filter((_, index) => index % 5 === offset % 5);

  it("leaves its neighbours their entries, and has one or a message itself", () => {
    const losses = texts.flatMap((text, index) => {
      const field = fields[(index + offset) % fields.length] ?? "title";
      const at = Math.floor(index / 2) % 3;
      const raw = canBeRaw(writer) && index % 2 === 0;
      const loss = lossIn(writer.write(recordsWith(text, field, at), raw));
      return loss === undefined ? [] : [{ text, field, at, raw, loss }];
    });
    expect(losses).toEqual([]);
  });

  it("takes none of many sound ones with it", () => {
    const sound = texts.map(
      (_, index): Facts => ({
        title: `Sound Paper Number ${index}`,
        abstract: `We study paper ${index} with care, and find that it is so for a long while.`,
        author: "Ada Byron",
        id: `2510.${String(10000 + index)}`,
      }),
    );
    const records = sound.flatMap((facts, index) => {
      const field = fields[index % fields.length] ?? "title";
      const text = texts[index] ?? "";
      return text.startsWith("2511.0000") ? [facts] : [facts, hostileRecord(text, field)];
    });
    const { titles } = ingestText(writer.write(records, false));
    expect(titles).toEqual(expect.arrayContaining(sound.map(({ title }) => title)));
  });
});

it("ingests a seed with more messages than a call may have arguments", () => {
  const { titles, rules } = ingestText("·\n".repeat(300_000));
  expect([titles, rules.length]).toEqual([[], expect.toSatisfy((count) => count > 100_000)]);
});
