import { describe, expect, it } from "vitest";
import { newsSince, recordSeen } from "../../../src/client/library/news.ts";
import { readVisits, recordVisit, writeVisits } from "../../../src/client/library/visits.ts";

const now = "2026-11-24T10:00:00.000Z";

describe("what is new since the last visit", () => {
  const at = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();
  const day = 24 * 60;
  const papers = (...days: string[]) =>
    days.map((one, index) => ({ id: `paper-${one}-${index}`, title: "T", day: one }));
  const old = papers("2026-11-24", "2026-11-20");
  const fresh = [...papers("2026-11-26"), ...old];

  it("is unknown on a first visit, however many pages are viewed", () => {
    const visits = recordVisit(recordVisit(undefined, at(0)), at(20));
    expect(newsSince(visits, old)).toEqual({ kind: "first visit" });
  });

  it("is determined by date for a reader who has never opened the page", () => {
    const visits = recordVisit(recordVisit(undefined, at(0)), at(2 * day));
    expect(newsSince(visits, fresh)).toEqual({
      kind: "since last visit",
      since: at(0),
      papers: fresh.slice(0, 2),
    });
  });

  it("is, during a whole visit, exactly what the reader has not seen before, of whatever date", () => {
    const looked = recordSeen(recordVisit(undefined, at(0)), old);
    const later = recordVisit(recordVisit(looked, at(day)), at(2 * day));
    const latest = [...fresh, { id: "an-old-one", title: "T", day: "2019-01-01" }];
    const expected = {
      kind: "since last look",
      since: at(0),
      papers: [latest[0], latest[3]],
    };
    expect(newsSince(later, latest)).toEqual(expected);
    const again = recordVisit(recordSeen(later, latest), at(2 * day + 5));
    expect(newsSince(again, latest)).toEqual(expected);
    expect(newsSince(recordVisit(again, at(3 * day)), latest)).toMatchObject({ papers: [] });
  });

  it("does not include a paper seen under another id", () => {
    const looked = recordSeen(recordVisit(undefined, at(0)), old);
    const [first, ...rest] = old;
    const renamed = { id: "2511.00001", title: "T", day: "2026-11-24", aliases: [first?.id ?? ""] };
    const news = newsSince(recordVisit(looked, at(day)), [renamed, ...rest]);
    expect(news).toEqual({ kind: "since last look", since: at(0), papers: [] });
  });

  it("is unknown if the clock was set back", () => {
    const visits = recordVisit(recordVisit(undefined, at(0)), at(-3 * day));
    expect(newsSince(visits, old)).toEqual({ kind: "clock went back", since: at(0) });
    const looked = recordVisit(recordSeen(recordVisit(undefined, at(0)), old), at(-3 * day));
    expect(newsSince(looked, fresh)).toMatchObject({ papers: fresh.slice(0, 1) });
  });

  it("is stored as text that reads back; any other text counts as a first visit", () => {
    const visits = recordVisit(recordSeen(recordVisit(undefined, at(0)), old), at(day));
    expect(readVisits(writeVisits(visits))).toEqual(visits);
    for (const text of [undefined, "", "{", "[]", '{"last":{"at":"x"}}', '{"last":{"at":1}}']) {
      expect(readVisits(text)).toBeUndefined();
    }
  });
});
