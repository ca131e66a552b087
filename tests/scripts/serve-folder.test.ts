import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Serving, serveFolder } from "../../scripts/serve-folder.ts";
import { sumsFile } from "../../src/workspace/built-files.ts";
import { replaceSite } from "../../src/workspace/site-folder.ts";

let folder: string;
let serving: Serving;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "offprint-served-"));
  for (const path of ["", "papers/a", "papers/1.5", "papers/é b"]) {
    await mkdir(join(folder, path), { recursive: true });
    await writeFile(join(folder, path, "index.html"), `page ${path}`);
  }
  await mkdir(join(folder, "empty"));
  await writeFile(join(folder, "404.html"), "no such page");
  await writeFile(join(folder, "service-worker.js"), "the worker");
  serving = await serveFolder(folder, { port: 0, base: "/archive" });
});
afterAll(async () => {
  await serving.close();
  await rm(folder, { recursive: true });
});

/** Requests a path unchanged; `fetch` would normalise it. */
function ask(path: string, port = serving.port) {
  return new Promise<{ status: number; location: string | undefined; text: string }>(
    (done, failed) =>
      request({ host: "localhost", port, path }, (response) => {
        let text = "";
        response.on("data", (part) => {
          text += part;
        });
        const { statusCode = 0, headers } = response;
        response.on("end", () => done({ status: statusCode, location: headers.location, text }));
      })
        .on("error", failed)
        .end(),
  );
}

describe("serving a built site", () => {
  it.each([
    ["/archive/", "page "],
    ["/archive/papers/a/", "page papers/a"],
    ["/archive/papers/1.5/?q=1", "page papers/1.5"],
    ["/archive/service-worker.js", "the worker"],
  ])("answers %s", async (path, text) => {
    expect(await ask(path)).toMatchObject({ status: 200, text });
  });

  it.each([
    ["/archive", "/archive/"],
    ["/archive?q=1", "/archive/?q=1"],
    ["/archive/papers/a", "/archive/papers/a/"],
    ["/archive/papers/1.5", "/archive/papers/1.5/"],
    ["/archive/papers/%C3%A9%20b?x=//evil.com", "/archive/papers/%C3%A9%20b/?x=//evil.com"],
  ])("sends %s on to %s", async (path, location) => {
    expect(await ask(path)).toMatchObject({ status: 301, location });
  });

  it.each([
    "/",
    "/archive/no-such",
    "/archive/no-such/",
    "/archive/empty",
    "/archive/papers/b",
    "/archive//evil.com/a",
    "/archive//papers/a",
    "/archive/\\evil.com/a",
    "/archive/%2e%2e/%2e%2e/etc",
    "/archive/..%2f..%2fetc/passwd",
    "/archive/%",
    "//evil.com/a",
    "/archived",
  ])("answers %s with 404 and the page that says so, and sends nobody on", async (path) => {
    const answer = await ask(path);
    expect(answer).toEqual({ status: 404, location: undefined, text: "no such page" });
  });

  it("sends nobody to another host at the root either", async () => {
    const atRoot = await serveFolder(folder, { port: 0 });
    for (const path of ["//papers/a", "//evil.com/a", "/\\evil.com", "//evil.com"]) {
      expect(await ask(path, atRoot.port)).toMatchObject({ status: 404, location: undefined });
    }
    expect(await ask("/papers/a", atRoot.port)).toMatchObject({ location: "/papers/a/" });
    await atRoot.close();
  });

  it("hands out a worker that undoes itself where that is asked for", async () => {
    const local = await serveFolder(folder, { port: 0, worker: "unregistering" });
    const { status, text } = await ask("/service-worker.js", local.port);
    expect(status).toBe(200);
    expect(text).toContain("unregister()");
    await local.close();
  });

  it("serves the site that a build puts in place of the last one", async () => {
    const site = join(folder, "replaced");
    const write = (text: string) =>
      replaceSite(site, async (stage) => {
        for (const path of ["index.html", "404.html", sumsFile]) {
          await mkdir(join(stage, path, ".."), { recursive: true });
          await writeFile(join(stage, path), text);
        }
      });
    await write("first");
    const local = await serveFolder(site, { port: 0 });
    expect(await ask("/", local.port)).toMatchObject({ status: 200, text: "first" });
    await write("the second");
    expect(await ask("/", local.port)).toMatchObject({ status: 200, text: "the second" });
    expect(await ask("/none", local.port)).toMatchObject({ status: 404, text: "the second" });
    await local.close();
  });
});
