import { describe, expect, it } from "vitest";
import {
  clearSearches,
  recentSearches,
  rememberSearch,
} from "../../../src/client/search/recent-searches.ts";

describe("recent searches", () => {
  const createMemory = () => {
    let stored: string | undefined;
    return {
      getText: () => stored,
      setText: (_: string, text: string | undefined) => {
        stored = text;
      },
    };
  };

  it("are listed once each, the latest first; a longer search replaces the one it begins with", () => {
    const memory = createMemory();
    for (const text of ["bandits", "reward", "reward hacking", "bandits", "x"]) {
      rememberSearch(memory, text);
    }
    expect(recentSearches(memory)).toEqual(["bandits", "reward hacking"]);
    clearSearches(memory);
    expect(recentSearches(memory)).toEqual([]);
  });

  it("are empty where storage is blocked", () => {
    const blocked = { getText: () => undefined, setText: () => "blocked" };
    rememberSearch(blocked, "bandits");
    expect(recentSearches(blocked)).toEqual([]);
  });
});
