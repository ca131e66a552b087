import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { site } from "../../src/schemas/site.ts";
import { fetchDays, lastFetched } from "../../src/workspace/network/fetch-days.ts";
import { sourcesOf } from "../../src/workspace/network/sources.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { closeServers, dailyPaper, send, serve } from "../fixtures/local-server.ts";
import { removeWorkspaces, seedsOf, workspaceWith } from "../fixtures/workspaces.ts";

afterEach(closeServers);
afterAll(removeWorkspaces);

describe("fetchDays", () => {
  const run = async (root: string, sources: Parameters<typeof fetchDays>[2], ...days: string[]) => {
    const results: string[] = [];
    for await (const day of fetchDays(days, workspaceAt(root), sources, "2025-11-20"))
      results.push(`${day.day} ${day.state}`);
    return results;
  };
  const day = JSON.stringify([{ paper: dailyPaper("2510.01171") }]);

  it("continues where it stopped, and repeats only the requests that failed", async () => {
    const root = await workspaceWith({});
    let broken = true;
    const local = await serve((path, response) => {
      if (path.endsWith("-14") && broken)
        return send(response, 400, "application/json", '{"error":"no"}');
      send(response, 200, "application/json", path.endsWith("-15") ? "[]" : day);
    });
    const sources = sourcesOf(site.parse({}), {
      OFFPRINT_DAILY_PAPERS: local.address,
      OFFPRINT_DELAY: "0",
    });
    const days = ["2025-11-13", "2025-11-14", "2025-11-15"];
    expect(await run(root, sources, ...days)).toEqual([
      "2025-11-13 saved",
      "2025-11-14 failed",
      "2025-11-15 saved",
    ]);
    expect(await readFile(join(root, "seeds/daily-papers/2025-11-13.json"), "utf8")).toBe(
      `{"day":"2025-11-13","read":"2025-11-20","papers":${day}}\n`,
    );
    broken = false;
    expect(await run(root, sources, ...days)).toEqual([
      "2025-11-13 there",
      "2025-11-14 saved",
      "2025-11-15 there",
    ]);
    expect(local.asked.map(({ path }) => path.slice(-2))).toEqual(["13", "14", "15", "14"]);
    expect(lastFetched(workspaceAt(root))).toBe("2025-11-15");
  });

  it("saves nothing for an answer that is not a day, and stops asking a host that fails", async () => {
    const root = await workspaceWith({});
    const answers = ["<html>busy</html>", '{"error":"x"}', day.slice(0, 100), day];
    const local = await serve((_, response) =>
      send(response, 200, "application/json", answers.shift() ?? ""),
    );
    const sources = sourcesOf(site.parse({}), {
      OFFPRINT_DAILY_PAPERS: local.address,
      OFFPRINT_DELAY: "0",
    });
    expect(
      await run(root, sources, "2025-11-13", "2025-11-14", "2025-11-15", "2025-11-16"),
    ).toEqual([
      "2025-11-13 failed",
      "2025-11-14 failed",
      "2025-11-15 failed",
      "2025-11-16 not asked",
    ]);
    expect(await seedsOf(root)).toEqual([]);
  });
});
