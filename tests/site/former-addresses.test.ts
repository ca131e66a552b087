import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { pagesOfSite } from "./built-site.ts";

const fixture = inject("fixture");
const pages = pagesOfSite(fixture);
const page = (address: string) => pages.find((one) => one.address === address)?.root;
const honey = ["/papers/2001.00001/", "/papers/a-study-of-honey/"];
const wax = "/papers/10.1000-wax-1/";

describe("the address of a paper that is gone", () => {
  it("has a page that says so, with the title that the paper had there", () => {
    const heads = honey.map((address) => page(address)?.querySelector(".page-head"));
    expect(heads.map((head) => head?.querySelector("h1")?.text)).toEqual([
      "A Study of <b>Honey</b> & Wax",
      "A Study of Honey",
    ]);
    for (const head of heads) {
      expect(head?.querySelector(".lede")?.text).toBe("This archive no longer has this paper.");
      const links = head?.querySelectorAll("a").map((link) => link.getAttribute("href"));
      expect(links).toEqual([
        "https://arxiv.org/abs/2001.00001",
        "https://doi.org/10.1000/honey%3C1%3E",
        "/archive/",
        "/archive/years/",
        "/archive/topics/",
      ]);
      expect(head?.querySelector("form")?.getAttribute("action")).toBe("/archive/search/");
    }
  });

  it("says of a paper that the owner removed that it was removed", () => {
    const head = page(wax)?.querySelector(".page-head");
    expect(head?.querySelector("h1")?.text).toBe("Wax and Honesty");
    expect(head?.querySelector(".lede")?.text).toBe("This paper was removed from this archive.");
  });

  it("is not for search engines, and leads nowhere by itself", () => {
    for (const address of [...honey, wax]) {
      const root = page(address);
      expect(root?.querySelector("meta[name=robots]")?.getAttribute("content")).toBe("noindex");
      expect(root?.querySelector("link[rel=canonical], [http-equiv=refresh]")).toBeNull();
      expect(readFileSync(join(fixture, "_redirects"), "utf8")).not.toContain(address);
    }
  });

  it("is on no other page, and in no list, feed, citation or index", () => {
    const naming = globSync("**/*.{html,xml,json,bib,ris,js,txt}", { cwd: fixture })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) =>
        /a-study-of-honey|2001\.00001|10\.1000-wax-1|Wax and Honesty/.test(
          readFileSync(join(fixture, path), "utf8"),
        ),
      );
    const own = [...honey, wax].map((address) => `${address.slice(1)}index.html`);
    // The files that a reader can keep offline are listed there.
    expect(naming.filter((path) => !path.startsWith("offline/")).toSorted()).toEqual(
      own.toSorted(),
    );
  });
});

it("leads to the paper where that has another address now", () => {
  const [title, target] = [
    "Waggle Dances as Policy Gradients",
    "/archive/papers/waggle-dances-as-policy-gradients/",
  ];
  const moved = page("/papers/dances-of-bees/");
  expect(moved?.querySelector("[http-equiv=refresh]")?.getAttribute("content")).toBe(
    `0; url=${target}`,
  );
  expect(moved?.querySelector("main a")?.text).toBe(title);
});
