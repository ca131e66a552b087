import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import * as german from "../../src/i18n/de.ts";
import * as english from "../../src/i18n/en.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readTaxonomy } from "../../src/workspace/read-taxonomy.ts";
import { pagesOfSite } from "./built-site.ts";

const folder = inject("german");
const pages = pagesOfSite(folder);

/** The texts of interface strings; of a string with insertions, the parts between them. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return value.split(/`[^`]*`|[[\]]|\(\w+\)/);
  if (typeof value === "function") {
    // 1 and 2 give both plural forms. The digits mark the positions of arguments.
    return [1, 2].flatMap((digit) => {
      const call = (argument: unknown): unknown =>
        Reflect.apply(value, undefined, Array(6).fill(argument));
      // Most take a number or a word, some a word only, and some a list.
      const result = [digit, String(digit), [String(digit)]].flatMap((argument) => {
        try {
          return [call(argument)];
        } catch {
          return [];
        }
      })[0];
      return typeof result === "string" ? textsOf(result).flatMap((text) => text.split(/\d/)) : [];
    });
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const words = (text: string) => text.replace(/\s+/g, " ").replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "");
const inGerman = new Set(textsOf(german).map(words));
/** Texts of three words or more that differ between the languages: shorter ones may be in a title. */
const inEnglish = [...new Set(textsOf(english).map(words))].filter(
  (text) => /\p{L} \p{L}+ \p{L}/u.test(text) && !inGerman.has(text),
);

/** The text of a page that readers see or hear, and its metadata. */
function shownOn(root: (typeof pages)[number]["root"]): string {
  for (const element of root.querySelectorAll("script, style, math, .abstract, .prose .katex")) {
    element.remove();
  }
  const attributes = root
    .querySelectorAll("*")
    .flatMap((element) =>
      ["aria-label", "title", "alt", "placeholder", "content"].map(
        (name) => element.getAttribute(name) ?? "",
      ),
    );
  return [root.structuredText, ...attributes].join("\n").replace(/\s+/g, " ");
}

describe("a site in German", () => {
  it("has every page of the interface", () => {
    expect(inEnglish.length).toBeGreaterThan(100);
    const addresses = pages.map(({ address }) => address);
    for (const path of [
      "",
      "years/",
      "topics/",
      "explore/",
      "search/",
      "saved/",
      "new/",
      "shared/",
    ]) {
      expect(addresses).toContain(`/${path}`);
    }
    for (const path of ["about/", "offline/", "offline/missing/", "reading-list/", "404.html"]) {
      expect(addresses).toContain(`/${path}`);
    }
  });

  it("is at the address and under the base path that its build was given", () => {
    const about = pages.find(({ address }) => address === "/about/")?.root;
    const canonical = about?.querySelector("link[rel=canonical]")?.getAttribute("href");
    expect(canonical).toBe("https://example.org/papers/about/");
    const linked = about?.querySelectorAll("nav a").map((link) => link.getAttribute("href") ?? "");
    expect(linked?.length).toBeGreaterThan(2);
    expect(linked?.filter((href) => !href.startsWith("/papers/"))).toEqual([]);
  });

  it("names its language, with Austrian dates", () => {
    for (const { address, root } of pages) {
      expect(root.querySelector("html")?.getAttribute("lang"), address).toBe("de-AT");
    }
    const note = pages.find(({ address }) => address === "/papers/my-own-paper/");
    expect(note?.root.querySelector(".facts time")?.text.trim()).toBe("29. Februar 2024");
  });

  it("names and describes the shipped topics in German, and the owner's as written", () => {
    const root = join(import.meta.dirname, "../..");
    const workspace = workspaceAt(join(root, "tests/fixtures/site"), root);
    const english = readTaxonomy(workspace).topics;
    const textOf = (path: string) =>
      pages.find(({ address }) => address === path)?.root.structuredText ?? "";
    const shown = readTaxonomy(workspace, { language: "de" }).topics.flatMap((topic, at) => {
      const text = textOf(`/topics/${topic.id}/`);
      return text === "" ? [] : [{ ...topic, text, before: english[at]?.description ?? "" }];
    });
    const translated = shown.filter(({ description, before }) => description !== before);
    expect(translated.map(({ id }) => String(id))).toContain("reinforcement-learning");
    for (const { name, description, before, text } of shown) {
      expect(text).toContain(name);
      expect(text).toContain(description);
      if (description !== before) expect(text).not.toContain(before);
      expect(textOf("/topics/")).toContain(name);
    }
  });

  it("shows no English interface text on any page", () => {
    const found = pages.flatMap(({ address, root }) => {
      const shown = shownOn(root);
      return inEnglish.filter((text) => shown.includes(text)).map((text) => `${address}: ${text}`);
    });
    expect(found).toEqual([]);
  });

  it("has no English interface text in its scripts", () => {
    const scripts = globSync(["_astro/*.js", "service-worker.js"], { cwd: folder });
    expect(scripts.length).toBeGreaterThan(5);
    const found = scripts.flatMap((path) => {
      const text = readFileSync(join(folder, path), "utf8");
      return inEnglish.filter((one) => text.includes(one)).map((one) => `${path}: ${one}`);
    });
    expect(found).toEqual([]);
  });
});
