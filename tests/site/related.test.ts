import { describe, expect, inject, it } from "vitest";
import { pagesOfSite } from "./built-site.ts";

const pages = pagesOfSite(inject("site")).filter(({ address }) => address.startsWith("/papers/"));

function relatedOn(title: string) {
  const page = pages.find(({ root }) => root.querySelector("h1")?.text.trim().startsWith(title));
  return (page?.root.querySelectorAll(".related-papers li") ?? []).map((item) => ({
    title: item.querySelector("a")?.text.trim() ?? "",
    reason: item.querySelector("p")?.text.replace(/\s+/g, " ").trim() ?? "",
  }));
}

describe("the related papers of the seed", () => {
  it("are on every paper's page: at most five, with shared terms, and never the paper itself", () => {
    expect(pages.length).toBe(62);
    for (const { address, root } of pages) {
      const items = root.querySelectorAll(".related-papers li");
      const links = items.map((item) => item.querySelector("a")?.getAttribute("href"));
      expect(items.length, address).toBeGreaterThan(0);
      expect(items.length, address).toBeLessThanOrEqual(5);
      expect(new Set(links).size, address).toBe(links.length);
      expect(links, address).not.toContain(address);
      for (const item of items) expect(item.text).toMatch(/Both mention “\S/);
    }
  });

  // Judged by reading the papers; pairs with equally good alternatives are left out.
  it.each([
    ["Last Switch Dependent Bandits", "Weighted Tallying Bandits"],
    ["Learning in Sparse Rewards", "Discovering and Exploiting Sparse Rewards"],
    ["Harnessing Mixed Offline", "A Dataset Perspective on Offline"],
    ["INTER: Mitigating Hallucination", "Understanding Hallucinations in Diffusion"],
    ["Best-of-Majority", "Inference Scaling FLaws"],
    ["Language Models (Mostly) Know", "Experts Don't Cheat"],
    ["Language Models Trained to do Arithmetic", "Explaining Large Language Models Decisions"],
    ["Video PreTraining", "How Far is Video Generation"],
    ["Sampling Is All You Need", "Dynamic Slate Recommendation"],
    ["Adaptive Sampling Strategies", "Upsample or Upweight?"],
    ["Multi-marginal Schrödinger", "Feynman-Kac Correctors"],
  ])("of “%s” begin with “%s”", (title, nearest) => {
    expect(relatedOn(title)[0]?.title.startsWith(nearest)).toBe(true);
  });

  it("name the shared terms in the words of the paper", () => {
    expect(relatedOn("Language Models (Mostly) Know")[0]?.reason).toBe(
      "13 Nov 2025 Published 13 Feb 2024 Both mention “calibration”.",
    );
  });
});
