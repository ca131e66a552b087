import { describe, expect, it } from "vitest";
import { withPreloads } from "../../src/astro/integrations/preloaded-scripts.ts";

const imports = new Map([
  ["_astro/search.1.js", ["_astro/dates.2.js", "_astro/library.3.js"]],
  ["_astro/library.3.js", ["_astro/store.4.js", "_astro/dates.2.js"]],
  ["_astro/store.4.js", ["_astro/library.3.js"]],
  ["_astro/map.5.js", ["_astro/colors.6.js"]],
]);
const pageWith = (links: string[], base = "/archive/") =>
  `<head><title>A</title>${links.map((name) => `<link rel="modulepreload" href="${base}_astro/${name}">`).join("")}</head>` +
  `<script type="module" src="${base}_astro/search.1.js"></script><script src="/early.js"></script>`;

describe("the scripts that a page's scripts import", () => {
  it.each(["/", "/archive/"])("are all named in its head, each once, under %s", (base) => {
    const links = ["dates.2.js", "library.3.js", "store.4.js"];
    expect(withPreloads(pageWith([], base), imports)).toBe(pageWith(links, base));
  });

  it("replace those of an earlier build", () => {
    const earlier = pageWith(["dates.0.js", "gone.js"]);
    const now = withPreloads(earlier, imports);
    expect(now).toBe(withPreloads(pageWith([]), imports));
    expect(withPreloads(now, imports)).toBe(now);
  });

  it("are none where a page has no scripts of its own", () => {
    const page = "<head></head><script>early()</script>";
    expect(withPreloads(page, imports)).toBe(page);
  });
});
