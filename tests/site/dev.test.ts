import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyEngine } from "../../scripts/copy-engine.ts";
import { nothingSelected } from "../../src/search/engine/facets.ts";
import { openSearch } from "../../src/search/engine/open-search.ts";
import { MissingPartError } from "../../src/search/engine/part-files.ts";
import { search } from "../../src/search/engine/search.ts";
import { printed } from "../fixtures/workspaces.ts";

const engine = resolve(import.meta.dirname, "../..");
const folder = join(engine, ".cache/test/dev");
const alpha = "/papers/alpha/";

let preview: ChildProcess;
let output = "";
let address = "";

beforeAll(async () => {
  copyEngine(engine, folder);
  write("seeds/a-2025-11-13.txt", printed("Alpha"));
  write("seeds/b-2025-11-13.txt", printed("Beta"));
  write("content/notes/alpha.mdx", "---\nstatus: to-read\n---\nThe first thought.\n");
  // Without the test runner's variables, because Astro starts no server in a test run.
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  preview = spawn(process.execPath, ["scripts/dev.ts", "--port", "0"], {
    cwd: folder,
    env: { PATH, HOME, NODE_COMPILE_CACHE, NO_COLOR: "1" },
  });
  for (const stream of [preview.stdout, preview.stderr]) {
    stream?.on("data", (data) => {
      output += String(data);
    });
  }
  address = await eventually(() => /Preview at (http:\S+)\/ /.exec(output)?.[1]);
});

afterAll(() => {
  if (preview.exitCode === null) preview.kill("SIGKILL");
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Calls a function until it returns a value that is not undefined. */
async function eventually<T>(find: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 90_000; Date.now() < end; ) {
    const found = await find();
    if (found !== undefined) return found;
    if (preview.exitCode !== null) break;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`It did not happen. The preview printed:\n${output}`);
}

/** The processes that run in a folder, from /proc. */
function processesIn(path: string): string[] {
  return readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readlinkSync(`/proc/${name}/cwd`) === path;
    } catch {
      // It has ended, or belongs to another user.
      return false;
    }
  });
}

/** Waits until a page's HTML has these words. */
function pageWith(path: string, words: string): Promise<string> {
  return eventually(async () => {
    // While the server starts again, it refuses connections and ends those that are open.
    const html = await fetch(address + path)
      .then((response) => response.text())
      .catch(() => "");
    return html.includes(words) ? html : undefined;
  });
}

/** Waits until the search of the preview finds a paper by a word. */
function found(text: string): Promise<true> {
  const query = { text, selection: nothingSelected, typing: false, matchAny: false } as const;
  return eventually(async () => {
    try {
      const site = await openSearch(async (path) => {
        const response = await fetch(`${address}/${path}`);
        if (!response.ok) throw new Error(`${path} has the status ${response.status}`);
        return new Uint8Array(await response.arrayBuffer());
      });
      const { papers } = await search(site, { ...query, sort: "relevance" });
      return papers.length > 0 || undefined;
    } catch (error) {
      // There is no index yet, or this one has just been replaced.
      if (error instanceof MissingPartError) return undefined;
      throw error;
    }
  });
}

describe("npm run dev", () => {
  it("shows the notes of the workspace", async () => {
    expect(await pageWith(alpha, "The first thought.")).toContain("To read");
  });

  it("reloads open pages and shows the new text when a note is saved", async () => {
    const token = /wsToken = "([^"]+)"/.exec(await (await fetch(`${address}/@vite/client`)).text());
    const socket = new WebSocket(
      `${address.replace("http", "ws")}/?token=${token?.[1] ?? ""}`,
      "vite-hmr",
    );
    const received: string[] = [];
    socket.addEventListener("message", ({ data }) => received.push(String(data)));
    await eventually(() => (received.length > 0 ? true : undefined));
    write("content/notes/alpha.mdx", "---\nstatus: to-read\n---\nThe second $x^2$ thought.\n");
    await eventually(() => received.find((data) => data.includes("full-reload")));
    expect(await pageWith(alpha, "The second")).not.toContain("The first thought.");
    socket.close();
  });

  it("follows a changed status and a corrected title", async () => {
    write(
      "content/notes/alpha.mdx",
      "---\nstatus: read\ncorrections: { title: Alpha Corrected }\n---\n",
    );
    await pageWith("/reading-list/read/", "Alpha Corrected");
    // No paper has the former status anymore, so its list leads to the wider one.
    expect(await pageWith("/reading-list/to-read/", "refresh")).not.toContain("Alpha Corrected");
    await pageWith("/", "Alpha Corrected");
  });

  it("shows a new note on a paper, and a paper that only a note has", async () => {
    write("content/notes/beta.mdx", "See <Paper id='alpha' />.\n");
    await pageWith("/papers/beta/", "See <a");
    write("content/notes/gamma.mdx", "---\ntitle: Gamma\npublished: 2025-11-12\n---\nAlone.\n");
    await pageWith("/papers/gamma/", "Alone.");
    rmSync(join(folder, "content/notes/gamma.mdx"));
    await pageWith("/papers/gamma/", "no longer has this paper");
  });

  it("shows the source of a note with a fault, and names the fault", async () => {
    write("content/notes/beta.mdx", "Fine.\n\nNot {closed.\n");
    await pageWith("/papers/beta/", "note-source");
    await eventually(() => output.includes("content/notes/beta.mdx:3  error") || undefined);
    write("content/notes/beta.mdx", "Mended.\n");
    await pageWith("/papers/beta/", "<p>Mended.</p>");
  });

  it("shows a new paper, but does not record its address, which may be half-typed", async () => {
    write("seeds/c-2025-11-13.txt", printed("Half"));
    await pageWith("/papers/half/", "Half");
    const ledger = readFileSync(join(folder, "content/addresses.jsonl"), "utf8");
    expect(ledger).toContain('"address":"alpha"');
    expect(ledger).not.toContain('"address":"half"');
  });

  it("shows a new override, and the component again when it is gone", async () => {
    write("content/overrides/Colophon.astro", "<footer>My own colophon</footer>\n");
    await pageWith("/", "My own colophon");
    rmSync(join(folder, "content/overrides/Colophon.astro"));
    expect(await pageWith("/", 'class="colophon"')).not.toContain("My own colophon");
  });

  it("shows a new page of the owner's, and its new text", async () => {
    write("content/pages/talks.mdx", "---\ntitle: My Talks\n---\nThe first talk.\n");
    await pageWith("/talks/", "The first talk.");
    await pageWith("/", "My Talks");
    write("content/pages/talks.mdx", "---\ntitle: My Talks\n---\nThe second talk.\n");
    expect(await pageWith("/talks/", "The second talk.")).not.toContain("The first talk.");
  });

  it("follows the settings, and serves the files of citations, feeds and headers", async () => {
    write("content/site.yaml", "title: Renamed Archive\naddress: https://papers.example\n");
    await pageWith("/", "Renamed Archive");
    expect(await pageWith("/papers.bib", "@")).toContain("Alpha Corrected");
    expect(await pageWith("/days/2025-11-13/papers.ris?x=1", "TY  -")).toContain("Beta");
    expect(await pageWith("/feed.xml", "<feed")).toContain("Renamed Archive");
    await pageWith("/_headers", "Content-Security-Policy");
    expect((await fetch(`${address}/papers.docx`)).status).toBe(404);
  });

  it("makes the search index in the background, and again after a change", async () => {
    await pageWith("/search/", "Its search index is from");
    await found("Half");
    write("seeds/d-2025-11-13.txt", printed("Serendipity"));
    write("content/notes/alpha.mdx", "Reminds me of a quokka.\n");
    await found("Serendipity");
    await found("quokka");
    expect((await fetch(`${address}/search/parts/none.bin`)).status).toBe(404);
  });

  it("ends on Ctrl-C, and leaves no process behind", async () => {
    const isLinux = existsSync("/proc/self/cwd");
    if (isLinux) expect(processesIn(folder)).not.toEqual([]);
    const ended = once(preview, "exit");
    preview.kill("SIGINT");
    const [code] = await ended;
    expect(code).toBe(0);
    if (isLinux) await expect.poll(() => processesIn(folder), { timeout: 90_000 }).toEqual([]);
    await expect(fetch(address)).rejects.toThrow();
  });
});
