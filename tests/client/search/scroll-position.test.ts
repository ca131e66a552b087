import { describe, expect, it } from "vitest";
import {
  savedPosition,
  savePosition,
  topOfList,
} from "../../../src/client/search/scroll-position.ts";

describe("the position in the results", () => {
  it("is read back from the history entry it was stored with", () => {
    let state: unknown = null;
    const history = {
      replaceState: (value: unknown) => {
        state = value;
      },
    };
    for (const position of [{ shown: 40, opened: "2510.01171" }, { shown: 20 }]) {
      savePosition(history, position);
      expect(savedPosition({ state })).toEqual(position);
    }
  });

  it.each([null, "x", {}, { place: { shown: -1 } }, { place: { shown: "20" } }])(
    "is the top of the list for another state: %j",
    (state) => {
      expect(savedPosition({ state })).toEqual(topOfList);
    },
  );
});
