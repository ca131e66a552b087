import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, expect, it } from "vitest";
import { writeCards } from "../../src/workspace/cards/write-cards.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-cards-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const card = (title: string) => ({
  title,
  authors: "Łukasz Żółć",
  date: "2019",
  archive: "Papers",
});

it("cards are pictures below 60 kB, and are drawn once", async () => {
  const to = { cache: join(root, "cache"), folder: join(root, "dist") };
  const long = card(`A bound for ℝⁿ and ∑ᵢ xᵢ² ≤ ∇f ${"with many words ".repeat(30)}`);
  const files = [
    { card: long, path: "papers/a/paper.png" },
    { card: card("On Wax"), path: "papers/b/paper.png" },
  ];
  await writeCards(files, to);
  const picture = readFileSync(join(to.folder, "papers/a/paper.png"));
  expect(await sharp(picture).metadata()).toMatchObject({
    format: "png",
    width: 1200,
    height: 630,
  });
  expect(picture.length).toBeLessThan(60_000);
  // The type covers a part of the paper.
  const { channels } = await sharp(picture).greyscale().stats();
  expect(channels[0]?.stdev).toBeGreaterThan(20);

  const kept = readdirSync(to.cache).sort();
  expect(kept).toHaveLength(2);
  const times = kept.map((name) => statSync(join(to.cache, name)).mtimeMs);
  await writeCards([...files].reverse(), to);
  expect(kept.map((name) => statSync(join(to.cache, name)).mtimeMs)).toEqual(times);

  await writeCards(files.slice(1), to);
  expect(readdirSync(to.cache)).toHaveLength(1);
});
