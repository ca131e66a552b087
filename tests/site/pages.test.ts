import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { describe, expect, inject, it } from "vitest";
import { hardId } from "../fixtures/hard-paper.ts";
import { unsoundMathml } from "../fixtures/unsound-mathml.ts";
import { fileAt, kindsOfPage, pagesOfSite } from "./built-site.ts";

/** What links of a page name without loading it. */
const namedOnly = new Set(["canonical", "cite-as", "type", "item", "author", "describedby"]);

const sites = [
  { name: "the seed under /", folder: inject("site"), base: "/" },
  { name: "the fixture under /archive", folder: inject("fixture"), base: "/archive/" },
];

describe.each(sites)("$name", ({ folder, base }) => {
  const pages = pagesOfSite(folder);

  it("has pages", () => {
    expect(pages.length).toBeGreaterThan(20);
  });

  it("links only to files and anchors that exist", () => {
    const broken = pages.flatMap(({ address, root }) =>
      root.querySelectorAll("[href], [src]").flatMap((element) => {
        const target = element.getAttribute("href") ?? element.getAttribute("src") ?? "";
        // Citations are data URLs.
        if (/^(https?:|mailto:|data:)/.test(target)) return [];
        if (target.startsWith("#")) {
          return root.getElementById(target.slice(1)) ? [] : [`${address} → ${target}`];
        }
        const inside = target.startsWith(base)
          ? fileAt(folder, `/${target.slice(base.length)}`)
          : undefined;
        return inside ? [] : [`${address} → ${target}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it("ends every address in a slash, except those of downloads", () => {
    const links = pages.flatMap(({ root }) =>
      root
        .querySelectorAll("a[href]")
        .map((link) => (link.getAttribute("href") ?? "").replace(/[?#].*$/, "")),
    );
    const file = /\/(?:papers?\.(?:bib|ris|json|md)|feed\.(?:xml|rss|json)|feeds\.opml)$/;
    const internal = links.filter((link) => link.startsWith("/") && !file.test(link));
    expect(internal.filter((link) => !link.endsWith("/"))).toEqual([]);
  });

  it("has the policy of its page before all that it is about, and no inline script or style", () => {
    const faults = pages.flatMap(({ address, root }) => {
      const [charset, policy] = root.querySelectorAll("head > *");
      const inline = root.querySelectorAll(
        // Data for search engines, which no browser runs.
        'script:not([src]):not([type="application/ld+json"]), style, [onload], [onclick]',
      );
      const isFirst =
        charset?.getAttribute("charset") === "utf-8" &&
        policy?.getAttribute("http-equiv") === "Content-Security-Policy";
      const needsStyles = root.querySelector("[style]") !== null;
      const allowsStyles = policy?.getAttribute("content")?.includes("'unsafe-inline'");
      return isFirst && inline.length === 0 && (allowsStyles || !needsStyles) ? [] : [address];
    });
    expect(faults).toEqual([]);
  });

  it("loads nothing from other hosts", () => {
    const asked = pages.flatMap(({ address, root }) =>
      root
        .querySelectorAll("script[src], img[src], iframe, link[href]")
        // Browsers load nothing of these.
        .filter((element) => !namedOnly.has(element.getAttribute("rel") ?? ""))
        .map((element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "")
        .filter((target) => /^(https?:)?\/\//.test(target))
        .map((target) => `${address} → ${target}`),
    );
    expect(asked).toEqual([]);
    const styles = globSync("**/*.css", { cwd: folder }).map((path) =>
      readFileSync(join(folder, path), "utf8"),
    );
    expect(styles.join("\n")).not.toMatch(/url\(["']?(https?:)?\/\//);
  });

  it("has scripts only as files of its own, one before the first paint and else modules, and no inline handlers", () => {
    const blocking = pages.filter(
      ({ root }) => root.querySelectorAll("head script:not([type])").length !== 1,
    );
    expect(blocking.map(({ address }) => address)).toEqual([]);
    const wrong = pages.flatMap(({ address, root }) => [
      ...root
        .querySelectorAll('script:not([type="application/ld+json"])')
        .filter((script) => {
          const isModule = script.getAttribute("type") === "module";
          const isEarly = !script.hasAttribute("type") && script.closest("head") !== null;
          return !(isModule || isEarly) || !script.getAttribute("src") || script.text.trim() !== "";
        })
        .map((script) => `${address}: ${script.outerHTML.slice(0, 80)}`),
      ...root
        .querySelectorAll("*")
        .filter(({ attributes }) => Object.keys(attributes).some((name) => /^on/i.test(name)))
        .map((element) => `${address}: ${element.outerHTML.slice(0, 80)}`),
    ]);
    expect(wrong).toEqual([]);
  });

  it("ends every page with its root element", () => {
    const wrong = pages.filter(({ html }) => !/<\/body>\s*<\/html>\s*$/.test(html));
    expect(wrong.map(({ address }) => address)).toEqual([]);
  });

  it("has only MathML whose elements have as many children as they must", () => {
    const wrong = pages.flatMap(({ address, html }) =>
      (html.match(/<math\b[\s\S]*?<\/math>/g) ?? [])
        .flatMap(unsoundMathml)
        .map((fault) => `${address}: ${fault}`),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps the scripts of a page of papers under 12.3 kB, compressed", () => {
    const weights = pages
      .filter(({ root }) => root.querySelector(".papers, .paper"))
      .filter(({ address }) => !address.startsWith("/search/"))
      .map(({ address, root }) => {
        const files = root
          .querySelectorAll("script[src], link[rel=modulepreload]")
          .map((element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "");
        return { address, bytes: weightOfScripts(folder, base, files) };
      });
    expect(weights.filter(({ bytes }) => bytes > 12_300)).toEqual([]);
    expect(weights.some(({ bytes }) => bytes > 500)).toBe(true);
  });

  it("keeps what a browser needs to compare papers under 80 bytes a paper, compressed", () => {
    const files = globSync("data/likeness/**/*.json", { cwd: folder });
    const bytes = files.map((file) => gzipSync(readFileSync(join(folder, file))).length);
    const papers = pages.filter(({ root }) => root.querySelector("article.paper")).length;
    expect(bytes.length).toBeGreaterThan(1);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(80 * papers);
  });

  it("has one h1, a title, a description and a language on every page", () => {
    // A paper without an abstract has none: programs would take it for the abstract.
    const isDescribed = ({ root }: (typeof pages)[number]) =>
      Boolean(root.querySelector("meta[name=description]")?.getAttribute("content"));
    const isWithoutAbstract = ({ root }: (typeof pages)[number]) =>
      root.querySelector("article.paper") && !root.querySelector(".abstract");
    const lacking = pages.filter(
      (page) =>
        page.root.querySelectorAll("h1").length !== 1 ||
        !page.root.querySelector("title")?.text.trim() ||
        isDescribed(page) === Boolean(isWithoutAbstract(page)) ||
        page.root.querySelector("html")?.getAttribute("lang") !== "en",
    );
    expect(lacking.map(({ address }) => address)).toEqual([]);
  });

  it("leaves the direction of a source's text to its words, where they may be from right to left", () => {
    const wrong = pages.filter(({ root, html }) => {
      const dir = /[\u0590-\u08ff]/.test(html) ? "auto" : undefined;
      return root
        .querySelectorAll(
          ".paper h1, .abstract, .papers h2, .papers h3, .sentence, .abstract-in-list > *",
        )
        .some((element) => element.getAttribute("dir") !== dir);
    });
    expect(wrong.map(({ address }) => address)).toEqual([]);
  });

  it("loads KaTeX's style sheet only on pages with formulas", () => {
    const wrong = pages.filter(({ root, html }) => {
      const styled = root
        .querySelectorAll("link[rel=stylesheet]")
        .some((link) => link.getAttribute("href")?.includes("katex"));
      return styled !== html.includes('class="katex"');
    });
    expect(wrong.map(({ address }) => address)).toEqual([]);
  });

  it("shows no list of more than 50 papers", () => {
    const long = pages.filter(({ root }) => root.querySelectorAll(".papers > li").length > 50);
    expect(long.map(({ address }) => address)).toEqual([]);
  });
});

describe("the seed's site", () => {
  const folder = inject("site");

  it.each(Object.entries(kindsOfPage))("is valid HTML: %s", async (_, address) => {
    const file = fileAt(folder, address);
    expect(file).toBeDefined();
    const validator = new HtmlValidate({
      extends: ["html-validate:standard", "html-validate:document", "html-validate:a11y"],
      rules: {
        // Astro's serialiser writes these, and HTML allows both forms.
        "void-style": "off",
        "no-trailing-whitespace": "off",
        "attribute-boolean-style": "off",
        "attr-quotes": "off",
        "doctype-style": "off",
        "no-inline-style": "off",
        // "Archive · Title" is as long as a paper's title is.
        "long-title": "off",
        // Scripts and styles are the site's own files.
        "require-sri": "off",
      },
    });
    const report = await validator.validateFile(file ?? "");
    const messages = report.results.flatMap(({ messages: found }) =>
      found.map(({ ruleId, message, line }) => `${line}: ${message} [${ruleId}]`),
    );
    expect(messages).toEqual([]);
  });

  it("keeps a paper's page under 20 kB with its styles, compressed; scripts have their own budget", () => {
    const weights = pagesOfSite(folder)
      .filter(({ address }) => address.startsWith("/papers/"))
      .map(({ address, html, root }) => {
        const styles = root
          .querySelectorAll("link[rel=stylesheet]")
          .map((link) => readFileSync(join(folder, link.getAttribute("href") ?? "")));
        const files = [Buffer.from(html), ...styles];
        return { address, bytes: files.reduce((sum, file) => sum + gzipSync(file).length, 0) };
      });
    expect(weights.length).toBeGreaterThan(40);
    expect(weights.filter(({ bytes }) => bytes > 20_000)).toEqual([]);
  });

  it("starts with the day that the source listed", () => {
    const home = pagesOfSite(folder).find(({ address }) => address === "/");
    expect(home?.root.querySelector("h2")?.text.trim()).toBe("13 November 2025");
    expect(home?.root.querySelector(".papers h3")?.text.trim()).toBe(
      "INTER: Mitigating Hallucination in Large Vision-Language Models by Interaction Guidance Sampling",
    );
  });

  it("keeps the home page under 60 kB with its styles and scripts, and shows no paper twice", () => {
    const home = pagesOfSite(folder).find(({ address }) => address === "/");
    const addresses = (selector: string, name: string) =>
      home?.root.querySelectorAll(selector).map((element) => element.getAttribute(name) ?? "") ??
      [];
    const styles = addresses("link[rel=stylesheet]", "href");
    const scripts = weightOfScripts(folder, "/", addresses("script[src]", "src"));
    const all = [
      Buffer.from(home?.html ?? ""),
      ...styles.map((path) => readFileSync(join(folder, path))),
    ];
    expect(all.reduce((sum, one) => sum + gzipSync(one).length, scripts)).toBeLessThan(60_000);
    const shown = addresses(".papers > li", "data-paper");
    expect(shown.length).toBeGreaterThan(20);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it("shows all 62 papers on the two pages of the listing day, each once", () => {
    const pages = pagesOfSite(folder).filter(({ address }) =>
      address.startsWith("/days/2025-11-13/"),
    );
    const links = pages.flatMap(({ root }) =>
      root.querySelectorAll(".papers h3 a").map((link) => link.getAttribute("href")),
    );
    expect(pages.map(({ address }) => address).sort()).toEqual([
      "/days/2025-11-13/",
      "/days/2025-11-13/2/",
    ]);
    expect(links.length).toBe(62);
    expect(new Set(links).size).toBe(62);
  });

  it("marks one section in the masthead of every page", () => {
    // The seed has no names of authors, so the masthead has no link to their index.
    const inNone = ["/404.html", "/authors/"];
    const unmarked = pagesOfSite(folder)
      .filter(
        ({ address, root }) =>
          !inNone.includes(address) && !root.querySelector("[http-equiv=refresh]"),
      )
      .filter(({ root }) => root.querySelectorAll(".masthead [aria-current]").length !== 1);
    expect(unmarked.map(({ address }) => address)).toEqual([]);
  });

  it("counts the same papers on the day’s week, month and year, and no paper in two years", () => {
    const pages = new Map(pagesOfSite(folder).map(({ address, root }) => [address, root]));
    const count = (address: string) =>
      Number(
        /(\d+) papers/.exec(pages.get(address)?.querySelector(".list-about")?.text ?? "")?.[1],
      );
    expect(["/weeks/2025-W46/", "/months/2025-11/", "/years/2025/"].map(count)).toEqual([
      62, 62, 62,
    ]);
    const former = pages.get("/years/2019/");
    expect(former?.querySelector(".list-about")?.text.trim()).toBe(
      "No paper has its date in this period.",
    );
    expect(former?.querySelector("h2#published")?.text).toBe("Published in 2019, listed later");
    expect(former?.querySelectorAll(".papers h3").length).toBeGreaterThan(0);
  });
});

describe("the links of a paper", () => {
  const linksOf = (folder: string, address: string) =>
    pagesOfSite(folder)
      .find((page) => page.address === address)
      ?.root.querySelectorAll(".paper-actions > ul a")
      .map((link) => [link.text.trim(), link.getAttribute("href"), link.getAttribute("rel")]);

  it("are one row under the title, as many as are known", () => {
    expect(linksOf(inject("fixture"), `/papers/${hardId}/`)).toEqual([
      ["PDF", `https://arxiv.org/pdf/${hardId}`, "noreferrer"],
      ["arXiv", `https://arxiv.org/abs/${hardId}`, "noreferrer"],
      ["Code", `https://github.com/example/${"long-".repeat(20)}name`, "noreferrer"],
      ["Cite", "#cite", undefined],
    ]);
  });

  it("are searches for its title where no address of it is known", () => {
    const links = linksOf(inject("site"), kindsOfPage.paper);
    const names = ["arXiv", "Google Scholar", "Semantic Scholar", "Hugging Face", "Cite"];
    expect(links?.map(([name]) => name)).toEqual(names);
    for (const [, href, rel] of links?.slice(0, -1) ?? []) {
      expect(href).toMatch(/^https:.+=Verbalized%20Sampling%3A%20How%20to%20Mitigate/);
      expect(rel).toBe("noreferrer");
    }
  });
});

describe("the fixture's site", () => {
  const pages = pagesOfSite(inject("fixture"));
  const hostile = pages.find(
    ({ address }) => address === "/papers/a-title-with-l2-norms-and-b-markup/",
  );

  it("shows hostile text as plain text", () => {
    const text = hostile?.root.querySelector(".abstract")?.text ?? "";
    for (const part of [
      "import os is how this abstract begins",
      "{process.env.HOME} must stay text",
      "<script>alert(1)</script>, <Component prop={1} />, p<0.05 and $5 million or $6",
      "[link](javascript:alert(1))",
      "![x](",
      "“quoted” – twice",
    ]) {
      expect(text.replaceAll("&gt;", ">").replaceAll("&lt;", "<")).toContain(part);
    }
    expect(hostile?.root.querySelector(".abstract script, .abstract img")).toBeNull();
  });

  it("typesets formulas as HTML with MathML, also in titles", () => {
    expect(hostile?.root.querySelectorAll(".abstract .katex math").length).toBe(1);
    expect(hostile?.root.querySelector("h1 .katex math")).not.toBeNull();
    expect(hostile?.root.querySelector("title")?.text).toContain("A Title with L² Norms and");
  });

  it("shows the source of a formula that KaTeX cannot typeset, and reports it", () => {
    expect(hostile?.root.querySelector("code.formula-source")?.text).toBe("\\notacommand{x}");
    expect(inject("fixtureReport")).toContain("\\notacommand");
  });

  it("has an index of authors, and a page of each author of two papers with coauthors and a note", () => {
    const root = (address: string) => pages.find((page) => page.address === address)?.root;
    const names = root("/authors/")
      ?.querySelectorAll(".index a")
      .map(({ text }) => text.trim());
    expect(names).toEqual(["Lovelace, Ada"]);
    const ada = root("/authors/ada-lovelace/");
    // Notes name her as the author of two more.
    const titles = ada?.querySelectorAll(".papers h2").map(({ text }) => text.trim());
    expect(titles?.length).toBe(4);
    expect(titles?.slice(-2)).toEqual([
      "Honey as a Buffer of Replay",
      "Waggle Dances as Policy Gradients",
    ]);
    const about = ada?.querySelector(".about-author");
    expect(about?.querySelectorAll("a").map((link) => link.getAttribute("href"))).toEqual(
      expect.arrayContaining([
        "/archive/years/2014/",
        // Her other paper was removed, so she has no page.
        "/archive/search/?q=author:%22Grace+Hopper%22",
      ]),
    );
    expect(about?.querySelector(".note")?.text).toContain("named exactly “Ada Lovelace”");
    expect(root("/authors/letter/l/")?.querySelector(".index a")?.text.trim()).toBe(
      "Lovelace, Ada",
    );
  });

  it("reaches each year of a long list", () => {
    const long = pages.filter(({ root }) => root.querySelector(".years-of-list"));
    expect(long.length).toBeGreaterThan(0);
    const addresses = new Map(pages.map(({ address, root }) => [`/archive${address}`, root]));
    for (const { root } of long) {
      for (const link of root.querySelectorAll(".years-of-list a")) {
        const [path = "", id = ""] = (link.getAttribute("href") ?? "").split("#");
        expect(addresses.get(path)?.querySelector(`#${id}`), `${path}#${id}`).toBeTruthy();
      }
    }
  });

  it("splits the day of 120 papers at 50", () => {
    const days = pages.filter(({ address }) => address.startsWith("/days/2019-01-07/"));
    expect(days.map(({ root }) => root.querySelectorAll(".papers > li").length).sort()).toEqual([
      20, 50, 50,
    ]);
  });
});

/** The compressed bytes of scripts and of everything that they import statically. */
function weightOfScripts(folder: string, base: string, entries: readonly string[]): number {
  const files = new Set<string>();
  const add = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    const text = readFileSync(file, "utf8");
    for (const [, name = ""] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) {
      add(join(dirname(file), name));
    }
  };
  for (const entry of entries) add(fileAt(folder, `/${entry.slice(base.length)}`) ?? entry);
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
}
