import { globSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { kindsOfPage } from "../site/built-site.ts";
import { sharedBrowser } from "./browser.ts";
import { findNginx, serveByNginx } from "./nginx-server.ts";
import { goTo } from "./settled.ts";
import { recordViolations } from "./violations.ts";

const nginx = findNginx();
if (!nginx) console.log("Skipped: there is no nginx here, and none could be installed.");

describe.skipIf(!nginx)("the nginx file", () => {
  const folder = inject("site");
  let server: Awaited<ReturnType<typeof serveByNginx>>;
  beforeAll(async () => {
    server = await serveByNginx(nginx ?? "", folder);
  });
  afterAll(async () => {
    await server?.close();
  });

  /** Status, headers and compressed length of a response. */
  const ask = (path: string) =>
    new Promise<{ status: number; headers: Record<string, unknown>; length: number }>(
      (done, failed) =>
        request(
          `${server.address}${path}`,
          { headers: { "Accept-Encoding": "gzip" } },
          (response) => {
            let length = 0;
            response.on("data", (part: Buffer) => {
              length += part.length;
            });
            const { statusCode: status = 0, headers } = response;
            response.on("end", () => done({ status, headers, length }));
          },
        )
          .on("error", failed)
          .end(),
    );
  const one = (pattern: string) => globSync(pattern, { cwd: folder })[0] ?? "";
  /** The largest file, because nginx does not compress very small ones. */
  const largest = (pattern: string) =>
    globSync(pattern, { cwd: folder }).toSorted(
      (a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size,
    )[0] ?? "";

  it("lets browsers cache files named by their content, and revalidate the rest", async () => {
    const kept = "public, max-age=31536000, immutable";
    for (const pattern of [
      "_astro/*.css",
      "pagefind/index/*.pf_index",
      "search/parts/*/*/*.bin",
      "offline/*.pack",
    ]) {
      const { status, headers } = await ask(one(pattern));
      expect([pattern, status, headers["cache-control"]]).toEqual([pattern, 200, kept]);
    }
    for (const path of [
      "",
      "search/",
      "service-worker.js",
      "search/parts/archive.bin",
      "offline/build.json",
    ]) {
      const { status, headers } = await ask(path);
      expect([path, status, headers["cache-control"]]).toEqual([path, 200, "no-cache"]);
      expect(headers["etag"] ?? headers["last-modified"]).toBeDefined();
    }
  });

  it("sends text compressed and with its media type", async () => {
    for (const [path, type] of [
      ["", "text/html; charset=utf-8"],
      [largest("_astro/*.css"), "text/css; charset=utf-8"],
      [largest("_astro/*.js"), "application/javascript; charset=utf-8"],
      ["manifest.webmanifest", "application/manifest+json"],
    ] as const) {
      const { headers, length } = await ask(path);
      expect([path, headers["content-encoding"], headers["content-type"]]).toEqual([
        path,
        "gzip",
        type,
      ]);
      const file = join(folder, path === "" ? "index.html" : path);
      expect(length).toBeLessThan(readFileSync(file).length);
    }
  });

  it("knows the types of citations and feeds, and shows the 404 page of a site under a base path", async () => {
    const root = mkdtempSync(join(tmpdir(), "offprint-base-"));
    symlinkSync(inject("fixture"), join(root, "archive"));
    const based = await serveByNginx(nginx ?? "", root);
    try {
      const missing = await fetch(`${based.address}archive/papers/no-such/`);
      expect([missing.status, await missing.text()]).toEqual([
        404,
        readFileSync(join(root, "archive/404.html"), "utf8"),
      ]);
      for (const [path, type] of [
        ["papers.bib", "application/x-bibtex; charset=utf-8"],
        ["papers.ris", "application/x-research-info-systems; charset=utf-8"],
        ["papers.json", "application/vnd.citationstyles.csl+json"],
        ["feed.xml", "application/atom+xml"],
        ["feed.rss", "application/rss+xml"],
        ["feed.json", "application/feed+json"],
        ["feeds.opml", "text/x-opml; charset=utf-8"],
      ]) {
        const { status, headers } = await fetch(`${based.address}archive/${path}`);
        const sent = [headers.get("content-type"), headers.get("content-encoding")];
        expect([path, status, ...sent]).toEqual([path, 200, type, "gzip"]);
        expect(headers.get("x-content-type-options")).toBe("nosniff");
      }
      expect((await fetch(`${based.address}elsewhere/`)).status).toBe(404);
      expect((await fetch(`${based.address}archive/no-such.bib`)).status).toBe(404);
    } finally {
      await based.close();
      rmSync(root, { recursive: true, force: true });
    }
  });

  it("responds to an unknown address with the 404 page, and redirects a folder without a slash", async () => {
    const missing = await fetch(`${server.address}papers/no-such/`);
    expect([missing.status, await missing.text()]).toEqual([
      404,
      readFileSync(join(folder, "404.html"), "utf8"),
    ]);
    const { status, headers } = await ask("topics?a=b");
    expect([status, headers["location"]]).toEqual([301, "/topics/?a=b"]);
    for (const path of ["_headers", ".git/config", ".env"])
      expect((await ask(path)).status).toBe(404);
  });

  it("sends the headers of the _headers file with every response", async () => {
    const lines =
      readFileSync(join(folder, "_headers"), "utf8").split("\n\n")[0]?.split("\n").slice(1) ?? [];
    expect(lines.length).toBe(5);
    for (const path of ["", "papers/no-such/", "service-worker.js"]) {
      const { headers } = await ask(path);
      for (const line of lines) {
        const [name = "", ...value] = line.trim().split(": ");
        expect([path, name, headers[name.toLowerCase()]]).toEqual([path, name, value.join(": ")]);
      }
    }
  });

  it("blocks nothing that pages need to be read, searched and downloaded", async () => {
    const context = await (await sharedBrowser()).newContext();
    const violations = await recordViolations(context);
    const page = await context.newPage();
    for (const path of Object.values(kindsOfPage)) {
      await goTo(page, server.address + path.slice(1));
    }
    await page.goto(`${server.address}search/?q=determinantal`);
    await page.waitForSelector("#search-results li");
    await page.goto(`${server.address}offline/`);
    await page.click("[data-act=keep]");
    await page.waitForFunction(() =>
      document.querySelector("#offline-status")?.textContent?.startsWith("The whole archive is on"),
    );
    expect(violations).toEqual([]);
  });
});
