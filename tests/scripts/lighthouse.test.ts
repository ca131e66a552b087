import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { baseOf, kindsOfPage } from "../../scripts/lighthouse/kinds-of-page.ts";
import { serveCompressed } from "../../scripts/lighthouse/serve-compressed.ts";

const folder = mkdtempSync(join(tmpdir(), "offprint-lighthouse-"));
const icon = '<link rel="icon" href="/archive/favicon.svg" type="image/svg+xml">';
const long = "a paper ".repeat(400);

const files: Record<string, string> = {
  "index.html": icon,
  "404.html": icon,
  "papers/short/index.html": "a paper",
  "papers/long/index.html": long,
  "days/2025-11-13/index.html": "a day",
  "days/2025-11-13/2/index.html": "its second page",
  "topics/moved/index.html": `<meta http-equiv="refresh" content="0;url=/archive/">${long}`,
  "topics/agents/index.html": "a topic",
  "about/index.html": "about",
  "map.json": JSON.stringify({ long }),
};

beforeAll(() => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("npm run lighthouse", () => {
  it("measures the heaviest page of each kind, and none that only leads to another", () => {
    expect(kindsOfPage(folder)).toEqual([
      { kind: "404.html", address: "404.html" },
      { kind: "about", address: "about/" },
      { kind: "days/*", address: "days/2025-11-13/" },
      { kind: "days/*/*", address: "days/2025-11-13/2/" },
      { kind: "home", address: "" },
      { kind: "papers/*", address: "papers/long/" },
      { kind: "topics/*", address: "topics/agents/" },
    ]);
  });

  it("serves the site under the base path that it was built for, with its texts compressed", async () => {
    const serving = await serveCompressed(folder, baseOf(folder));
    try {
      expect(new URL(serving.address).pathname).toBe("/archive/");
      const page = await fetch(`${serving.address}papers/long/`);
      expect(page.headers.get("content-encoding")).toBe("gzip");
      expect(await page.text()).toBe(long);
      const data = await fetch(`${serving.address}map.json`);
      expect(data.headers.get("content-encoding")).toBe("gzip");
      const moved = await fetch(`${serving.address}about`, { redirect: "manual" });
      expect([moved.status, moved.headers.get("location")]).toEqual([301, "/archive/about/"]);
      expect((await fetch(`${serving.address}nothing/`)).status).toBe(404);
    } finally {
      await serving.close();
    }
  });
});
