import { describe, expect, it } from "vitest";
import { annotationOf, isOnHost } from "../../scripts/say-to-host.ts";

describe("a command on a host", () => {
  it.each([
    [{ CI: "true" }, true],
    [{ CI: "1" }, true],
    [{ CI: "false" }, false],
    [{ CI: "" }, false],
    [{}, false],
  ])("is known by its environment: %j", (environment, expected) => {
    expect(isOnHost(environment)).toBe(expected);
  });

  const message = {
    rule: "unrecorded-addresses",
    severity: "warning",
    reason: "100% of them\n::error::b\u2028",
    hint: "Commit it.",
    place: { file: "content/a:b,c.jsonl" },
  } as const;

  it("puts a message on the page of a run in GitHub Actions, on one line", () => {
    const line = annotationOf(message, { GITHUB_ACTIONS: "true" });
    expect(line).toBe(
      "::warning title=unrecorded-addresses,file=content/a%3Ab%2Cc.jsonl::100%25 of them%0A::error::b\u2028 Commit it.",
    );
    expect(annotationOf({ ...message, severity: "info" }, { GITHUB_ACTIONS: "true" })).toMatch(
      /^::notice /,
    );
  });

  it("says nothing of it elsewhere", () => {
    expect(annotationOf(message, {})).toBeUndefined();
    expect(annotationOf(message, { CI: "true" })).toBeUndefined();
  });
});
