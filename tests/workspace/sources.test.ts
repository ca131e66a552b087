import { describe, expect, it } from "vitest";
import { site } from "../../src/schemas/site.ts";
import { sourcesOf } from "../../src/workspace/network/sources.ts";

describe("sourcesOf", () => {
  it.each([
    ["OFFPRINT_ARXIV", "localhost:80", /OFFPRINT_ARXIV is "localhost:80", but must be a web/],
    ["OFFPRINT_DOI", "ftp://doi.org", /OFFPRINT_DOI is "ftp/],
    ["OFFPRINT_DELAY", "soon", /OFFPRINT_DELAY is "soon", but must be a number of milliseconds/],
    ["OFFPRINT_DELAY", "-1", /OFFPRINT_DELAY is "-1"/],
  ])("refuses %s=%s", (name, value, why) => {
    expect(() => sourcesOf(site.parse({}), { [name]: value })).toThrow(why);
  });

  it("ignores an empty variable", () => {
    const { doi } = sourcesOf(site.parse({}), { OFFPRINT_DOI: "", OFFPRINT_DELAY: "" });
    expect(doi("10.1000/a b").url).toBe("https://doi.org/10.1000/a%20b");
  });
});
