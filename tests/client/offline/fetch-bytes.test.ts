import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchBytes, Refused } from "../../../src/client/offline/fetch-bytes.ts";

let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer(({ url }, response) => {
    if (url === "/gone") response.writeHead(404).end();
    if (url === "/slow" || url === "/breaks") response.writeHead(200).write("a");
    if (url !== "/slow") return;
    // Longer than the silence allowed, but never silent for so long.
    let pieces = 1;
    const timer = setInterval(() => {
      pieces += 1;
      if (pieces < 8) response.write("a");
      else {
        clearInterval(timer);
        response.end("b");
      }
    }, 50);
  });
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const at = server.address();
  address = `http://localhost:${typeof at === "object" && at ? at.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const fetched = (path: string, signal = new AbortController().signal) =>
  fetchBytes(new URL(path, address), { signal, silence: 200 });

describe("bytes from a server", () => {
  it("come whole from a line that is slow", async () => {
    expect(new TextDecoder().decode(await fetched("/slow"))).toBe("aaaaaaab");
  });

  it.each(["/silent", "/breaks"])("are given up on a line that says nothing: %s", async (path) => {
    await expect(fetched(path)).rejects.toThrow();
  });

  it("are told from a refusal", async () => {
    await expect(fetched("/gone")).rejects.toThrow(Refused);
  });

  it("are given up when the caller gives up, before or meanwhile", async () => {
    await expect(fetched("/slow", AbortSignal.abort())).rejects.toThrow();
    const giving = new AbortController();
    const coming = fetchBytes(new URL("/silent", address), { signal: giving.signal });
    giving.abort();
    await expect(coming).rejects.toThrow();
  });
});
