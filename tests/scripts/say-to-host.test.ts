import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { annotationOf, isOnHost, listForHost } from "../../scripts/say-to-host.ts";

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

  it("lists errors in the summary of a run, and says so in a warning", () => {
    const folder = mkdtempSync(join(tmpdir(), "offprint-summary-"));
    const summary = join(folder, "summary.md");
    const log = vi.spyOn(console, "log").mockReturnValue();
    const error = {
      ...message,
      severity: "error",
      place: { file: "seeds/<a>.bib", line: 3 },
    } as const;
    const environment = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary };
    listForHost("What was not read", [error, message], environment);
    listForHost("Nothing", [message], environment);
    listForHost("Nothing", [error], {});
    expect(log.mock.calls).toEqual([
      ["::warning title=What was not read::1 error; the summary of this run lists it"],
    ]);
    log.mockRestore();
    expect(readFileSync(summary, "utf8")).toBe(
      "<h3>What was not read</h3>\n<ul>\n<li><code>seeds/&lt;a&gt;.bib:3</code> 100% of them ::error::b <br>Commit it. <code>unrecorded-addresses</code></li>\n</ul>\n",
    );
    rmSync(folder, { recursive: true });
  });
});
