import { afterEach, describe, expect, it } from "vitest";
import { type Politeness, politeFetcher } from "../../src/workspace/network/fetch-politely.ts";
import { closeServers, send, serve } from "../fixtures/local-server.ts";

afterEach(closeServers);

const quick: Politeness = {
  userAgent: "Offprint/test",
  timeout: 2000,
  attempts: 3,
  backOff: 1,
  mostWait: 3000,
  delay: 0,
  mostBytes: 1_000_000,
};
const get = (url: string, politeness: Partial<Politeness> = {}) =>
  politeFetcher({ ...quick, ...politeness })({ url, accept: "application/json" });
const text = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes);

describe("fetchPolitely", () => {
  it("sends a user agent and what it accepts, and returns the answer unchanged", async () => {
    const { address, asked } = await serve((_, response) =>
      send(response, 200, "application/json", '{"a":"é"}'),
    );
    const answer = await get(`${address}/x?y=1`);
    expect([answer.type, text(answer)]).toEqual(["application/json", '{"a":"é"}']);
    expect(asked).toMatchObject([
      { path: "/x?y=1", accept: "application/json", agent: "Offprint/test" },
    ]);
  });

  it("retries after a temporary failure, and gives up in the end", async () => {
    let count = 0;
    const { address, asked } = await serve((path, response) => {
      count += 1;
      if (path === "/down" || count < 3) send(response, 503, "text/plain", "busy");
      else send(response, 200, "text/plain", "there");
    });
    expect(text(await get(`${address}/up`))).toBe("there");
    expect(asked).toHaveLength(3);
    await expect(get(`${address}/down`)).rejects.toThrow(/answered 503/);
    expect(asked).toHaveLength(6);
  });

  it("reports why it retries", async () => {
    const { address } = await serve((path, response) => {
      response.writeHead(path === "/busy" ? 503 : 404);
      response.end();
    });
    const { host } = new URL(address);
    const said: string[] = [];
    const fetcher = politeFetcher({ ...quick, attempts: 3 }, (reason) => said.push(reason));
    const request = (path: string) => ({ url: address + path, accept: "*/*" });
    await expect(fetcher(request("/busy"))).rejects.toThrow();
    expect(said).toEqual(Array(2).fill(`${host} answered 503 Service Unavailable. Trying again`));
    await expect(fetcher(request("/gone"))).rejects.toThrow();
    expect(said).toHaveLength(2);
  });

  it("does not retry a failure that will not pass", async () => {
    const { address, asked } = await serve((_, response) =>
      send(response, 404, "text/plain", "no"),
    );
    await expect(get(`${address}/x`)).rejects.toMatchObject({ status: 404 });
    expect(asked).toHaveLength(1);
  });

  it("waits as long as a host asks, but not for hours", async () => {
    const waits: Record<string, string> = { "/soon": "1", "/late": "7200" };
    let told = false;
    const { address, asked } = await serve((path, response) => {
      if (told && path === "/soon") return send(response, 200, "text/plain", "now");
      told = true;
      response.writeHead(429, { "Retry-After": waits[path] ?? "0" });
      response.end();
    });
    expect(text(await get(`${address}/soon`))).toBe("now");
    const [first, second] = asked;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950);
    await expect(get(`${address}/late`)).rejects.toThrow(/asks to wait 7200 s/);
    expect(asked).toHaveLength(3);
  });

  it("waits between two requests to a host", async () => {
    const { address, asked } = await serve((_, response) => send(response, 200, "text/plain", "x"));
    const fetcher = politeFetcher({ ...quick, delay: 500 });
    const request = { url: address, accept: "*/*" };
    await Promise.all([fetcher(request), fetcher(request), fetcher(request)]);
    expect((asked[2]?.at ?? 0) - (asked[0]?.at ?? 0)).toBeGreaterThan(900);
  });

  it("gives up on a host that does not answer, stalls, or breaks the connection", async () => {
    const { address } = await serve((path, response) => {
      if (path === "/silent") return;
      response.writeHead(200, { "Content-Length": "1000" });
      response.write("half");
      if (path === "/breaks") setTimeout(() => response.destroy(), 10);
    });
    await expect(get(`${address}/silent`, { timeout: 100, attempts: 2 })).rejects.toThrow(
      /did not answer/,
    );
    await expect(get(`${address}/stops`, { timeout: 100, attempts: 2 })).rejects.toThrow(
      /did not answer/,
    );
    await expect(get(`${address}/breaks`)).rejects.toThrow(
      /cannot be reached, or closed the connection/,
    );
    await expect(get("http://127.0.0.1:1/", { attempts: 2 })).rejects.toThrow(/cannot be reached/);
  });

  it("rejects an answer that is too long for a paper", async () => {
    const { address, asked } = await serve((_, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    });
    await expect(get(address)).rejects.toThrow(/more than 1 MB/);
    expect(asked).toHaveLength(1);
  });

  it("follows redirects on the same host, but not to others, and not for ever", async () => {
    const other = await serve((_, response) => send(response, 200, "text/plain", "private"));
    const to: Record<string, string> = {
      "/old": "/new",
      "/loop": "/loop",
      "/other": other.address,
      "/file": "file:///etc/passwd",
      "/meta": "http://169.254.169.254/latest",
      "/local": "http://localhost:1/",
    };
    const { address } = await serve((path, response) => {
      const location = to[path];
      if (location === undefined) return send(response, 200, "text/plain", "new");
      response.writeHead(302, { Location: location });
      response.end();
    });
    expect(text(await get(`${address}/old`))).toBe("new");
    await expect(get(`${address}/loop`)).rejects.toThrow(/too many times/);
    for (const path of ["/other", "/meta", "/local"]) {
      await expect(get(address + path)).rejects.toThrow(/this computer's own network/);
      const anywhere = { url: address + path, accept: "*/*", otherSites: true };
      await expect(politeFetcher(quick)(anywhere)).rejects.toThrow(/this computer's own network/);
    }
    await expect(get(`${address}/file`)).rejects.toThrow(/not a web address/);
    expect(other.asked).toEqual([]);
  });
});
