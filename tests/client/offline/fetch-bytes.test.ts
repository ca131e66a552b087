import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchBytes, HttpError } from "../../../src/client/offline/fetch-bytes.ts";

let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer(({ url }, response) => {
    if (url === "/gone") response.writeHead(404).end();
    if (url === "/slow" || url === "/breaks") response.writeHead(200).write("a");
    if (url !== "/slow") return;
    // Takes longer than the timeout in all, but never pauses for so long.
    let pieces = 1;
    const timer = setInterval(() => {
      pieces += 1;
      if (pieces < 8) response.write("a");
      else {
        clearInterval(timer);
        response.end("b");
      }
    }, 250);
  });
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const at = server.address();
  address = `http://localhost:${typeof at === "object" && at ? at.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const fetchFrom = (path: string, signal = new AbortController().signal) =>
  fetchBytes(new URL(path, address), { signal, timeout: 1500 });

describe("bytes from a server", () => {
  it("arrive completely over a slow connection", async () => {
    expect(new TextDecoder().decode(await fetchFrom("/slow"))).toBe("aaaaaaab");
  });

  it.each(["/silent", "/breaks"])(
    "are given up on a connection that falls silent: %s",
    async (path) => {
      await expect(fetchFrom(path)).rejects.toThrow();
    },
  );

  it("are not confused with an error of the server", async () => {
    await expect(fetchFrom("/gone")).rejects.toThrow(HttpError);
  });

  it("are given up when the caller aborts, before or during the download", async () => {
    await expect(fetchFrom("/slow", AbortSignal.abort())).rejects.toThrow();
    const controller = new AbortController();
    const pending = fetchBytes(new URL("/silent", address), { signal: controller.signal });
    controller.abort();
    await expect(pending).rejects.toThrow();
  });
});
