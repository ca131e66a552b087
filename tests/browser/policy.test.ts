import { describe, expect, it } from "vitest";
import { kindsOfPage } from "../site/built-site.ts";
import { openSite } from "./open-site.ts";

const site = openSite("site");

/** Markup that runs code, loads from another host, or both, where nothing forbids it. */
const hostile = `<script>canary = 1</script><img src="/no-such.png" onerror="canary = 2">
<script src="https://other.example/x.js"></script><img src="https://other.example/x.png">
<iframe srcdoc="<script>parent.canary = 3</script>"></iframe><base href="https://other.example/">
<style>h1 { background: url(https://other.example/style) }</style>
<svg onload="canary = 4"></svg><object data="https://other.example/x"></object>`;

describe("the policy in every page", () => {
  // tests/site/pages.test.ts looks at the policy of every page.
  it("lets no injected markup run or load anything", async () => {
    const { page, address, violations } = await site.open("", { serviceWorkers: "block" });
    const reached: string[] = [];
    await page.context().route(/other\.example/, (route) => {
      reached.push(route.request().url());
      return route.abort();
    });
    const { home, map, search } = kindsOfPage;
    for (const path of [home, kindsOfPage["paper with restored formulas"], map, search]) {
      await page.route(address + path.slice(1), async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace("<main", `${hostile}<main`);
        await route.fulfill({ response, body });
      });
      violations.length = 0;
      await page.goto(address + path.slice(1), { waitUntil: "load" });
      expect(await page.content(), path).toContain("canary = 1");
      expect(await page.evaluate(() => Reflect.get(globalThis, "canary")), path).toBeUndefined();
      expect(violations.length, path).toBeGreaterThan(4);
    }
    expect(reached).toEqual([]);
    violations.length = 0;
  });

  it("makes neither markup nor the address of a script from a string", async () => {
    const { page, violations } = await site.open("", { serviceWorkers: "allow" });
    const errors = await page.evaluate(() => {
      const attempts = [
        () => {
          document.body.innerHTML = "<p>x";
        },
        () => {
          document.createElement("script").src = "/_astro/x.js";
        },
        () => new DOMParser().parseFromString("<p>x", "text/html"),
        () => new Worker("/x.js"),
        () => navigator.serviceWorker.register("https://other.example/service-worker.js"),
      ];
      return Promise.all(
        attempts.map(async (attempt) => {
          try {
            await attempt();
            return "done";
          } catch (error) {
            return error instanceof Error ? error.name : "";
          }
        }),
      );
    });
    // The default policy also lets the address of a script of this site pass.
    expect(errors).toEqual(["TypeError", "done", "TypeError", "TypeError", "TypeError"]);
    violations.length = 0;
  });
});
