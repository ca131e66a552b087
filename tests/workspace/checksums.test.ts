import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sumsFile } from "../../src/workspace/built-files.ts";
import {
  digestOf,
  formatChecksums,
  parseChecksums,
  writeChecksums,
} from "../../src/workspace/checksums.ts";
import { politeFetcher } from "../../src/workspace/network/fetch-politely.ts";
import {
  fetchChecksums,
  readChecksums,
  verifyAddress,
  verifyFolder,
} from "../../src/workspace/verify-site.ts";
import { closeServers, serve } from "../fixtures/local-server.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "offprint-sums-"));
  await mkdir(join(folder, "papers/é"), { recursive: true });
  await writeFile(join(folder, "index.html"), "home");
  await writeFile(join(folder, "papers/é/index.html"), "a paper");
  await writeFile(join(folder, "_headers"), "of the host");
  await writeChecksums(folder);
});
afterEach(async () => {
  await closeServers();
  await rm(folder, { recursive: true });
});

const silent = () => {};
const verified = async () => verifyFolder(folder, (await readChecksums(folder)).sums, silent);

describe("the checksums of a folder", () => {
  it("name every file but their own, sorted, in the format of sha256sum", async () => {
    const lines = (await readFile(join(folder, sumsFile), "utf8")).trimEnd().split("\n");
    expect(lines.map((line) => line.slice(66))).toEqual([
      "_headers",
      "index.html",
      "papers/é/index.html",
    ]);
    expect(lines[1]).toBe(`${digestOf("home")}  index.html`);
  });

  it("are of the whole of a file that is too large to be read at once", async () => {
    const large = Buffer.alloc(17 * 1024 * 1024, "all of it");
    await writeFile(join(folder, "large.bin"), large);
    await writeChecksums(folder);
    const lines = (await readFile(join(folder, sumsFile), "utf8")).trimEnd().split("\n");
    expect(lines).toContain(`${digestOf(large)}  large.bin`);
  });

  it("fit the folder that they were made of", async () => {
    expect(await verified()).toEqual({ same: 3, missing: [], changed: [], extra: [], unread: [] });
  });

  it("find missing, changed and extra files", async () => {
    await rm(join(folder, "_headers"));
    await writeFile(join(folder, "index.html"), "other");
    await writeFile(join(folder, "new.js"), "x");
    expect(await verified()).toEqual({
      same: 1,
      missing: ["_headers"],
      changed: ["index.html"],
      extra: ["new.js"],
      unread: [],
    });
  });

  it("report links, which could show a file from elsewhere", async () => {
    await rm(join(folder, "index.html"));
    await symlink("papers/é/index.html", join(folder, "index.html"));
    await symlink("..", join(folder, "new"));
    const { same, missing, unread } = await verified();
    expect({ same, missing }).toEqual({ same: 2, missing: [] });
    expect(unread).toEqual(["index.html (it is a symbolic link)", "new (it is a symbolic link)"]);
  });

  it("are missed in words where there are none", async () => {
    await rm(join(folder, sumsFile));
    await expect(verified()).rejects.toThrow(`${folder} has no SHA256SUMS`);
  });

  it("keep paths with line breaks and backslashes", () => {
    const sums = new Map([["a\\b\nc", "0".repeat(64)]]);
    expect(parseChecksums(formatChecksums(sums))).toEqual({ sums, badLines: [] });
  });

  it.each(["../a", "/etc/passwd", "a/../../b", "C:\\a", "\\\\host\\a", "a\\..\\b"])(
    "do not lead out of the site: %s",
    (path) => {
      const line = `${"0".repeat(64)}  ${path}\n`;
      expect(parseChecksums(line)).toEqual({ sums: new Map(), badLines: [1] });
    },
  );

  it("are refused if they are something else, such as a page", async () => {
    await writeFile(join(folder, sumsFile), "<!DOCTYPE html>\n");
    await expect(readChecksums(folder)).rejects.toThrow("line 1");
  });
});

describe("the checksums of a hosted site", () => {
  const fetcher = politeFetcher({
    ...{ userAgent: "test", timeout: 2000, attempts: 2, backOff: 1 },
    ...{ mostWait: 10, delay: 0, mostBytes: 1_000_000 },
  });
  const host = (files: Record<string, string>) =>
    serve((path, response) => {
      const text = files[path];
      response.writeHead(text === undefined ? 404 : 200);
      response.end(text);
    });

  it("are compared with what readers get, without what hosts keep for themselves", async () => {
    const list = await readFile(join(folder, sumsFile), "utf8");
    const { address, asked } = await host({
      "/site/SHA256SUMS": list,
      "/site/": "home",
      "/site/papers/%C3%A9/": "a paper",
    });
    const { sums, digest } = await fetchChecksums(`${address}/site`, fetcher);
    expect(digest).toBe(digestOf(list));
    const found = await verifyAddress(`${address}/site`, sums, fetcher, silent);
    expect(found).toEqual({ same: 2, missing: [], changed: [], extra: [], unread: [] });
    expect(asked.map(({ path }) => path)).not.toContain("/site/_headers");
  });

  it("find what the host changed, does not have or does not give", async () => {
    const { sums } = await readChecksums(folder);
    const { address } = await host({ "/": "home<script>" });
    const found = await verifyAddress(address, sums, fetcher, silent);
    expect(found).toMatchObject({
      same: 0,
      changed: ["index.html"],
      missing: ["papers/é/index.html"],
    });
  });
});
