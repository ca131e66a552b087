import { describe, expect, it } from "vitest";
import { evidenceOf } from "../../../src/ingest/identity/evidence.ts";
import { traitsOf } from "../../../src/ingest/identity/traits.ts";
import { record } from "../../fixtures/papers.ts";
import { both, by, crystals } from "./record-facts.ts";

describe("authors", () => {
  it("of a list that is cut are those at the beginning of the other", () => {
    const cut = { ...by("Ada Abbott"), reference: { authorsCut: true } as const };
    const all = by("Ada Abbott", "Bo Cheng", "Carla Diaz", "Di Evans");
    const [one, other] = [cut, all].map((facts) => traitsOf(record({ title: crystals, ...facts })));
    expect(one && other && evidenceOf(one, other).authors).toBe("same");
  });

  it("of a collaboration may be anybody", () => {
    const group = by("LIGO Scientific Collaboration");
    const [one, other] = [group, both].map((facts) =>
      traitsOf(record({ title: crystals, ...facts })),
    );
    expect(one && other && evidenceOf(one, other).authors).toBe("unknown");
  });

  it("can be thousands", () => {
    const names = Array.from({ length: 3000 }, (_, index) => `A${index} Name${index % 2500}`);
    const [one, other] = [names, names.toReversed()].map((list) =>
      traitsOf(record({ title: crystals, ...by(...list) })),
    );
    expect(one && other && evidenceOf(one, other).authors).toBe("same");
  });
});

describe("front matter", () => {
  it.each([
    "Editorial.",
    "Message from the General Chairs",
    "Guest Editors' Introduction to the Special Issue",
    "Chapter 1: Introduction",
    "Front Matter",
    "Préface",
    "Avant-propos",
    "Geleitwort der Herausgeber",
    "Zu diesem Heft",
    "Premessa",
    "Apresentação",
    "От редакции",
    "編集後記",
    "卷首语",
    "مقدمة",
  ])("has titles such as %s", (title) => {
    expect(traitsOf(record({ title })).title.kind).toBe("generic");
  });

  it.each([
    "Introduction to Algorithms",
    "Editorial Bias in Reviews of Bandits",
    "Attention",
    "深度学习研究综述",
  ])("has no titles such as %s", (title) => {
    expect(traitsOf(record({ title })).title.kind).not.toBe("generic");
  });
});
