import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Card } from "../../src/archive/cards/card.ts";
import { type CardFile, writeCards } from "../../src/workspace/cards/write-cards.ts";
import { madePages } from "./made-pages.ts";

/** What it takes to draw cards. Seconds are those of all cores together. */
export interface CardSpeed {
  drawn: number;
  /** Writing the same cards again, from the cache. */
  again: number;
  /** In bytes. */
  average: number;
  largest: number;
}

/** Draws cards for that many made papers, each another one, in a folder of its own. */
export async function cardSpeed(count: number, sample: string): Promise<CardSpeed> {
  const titles = madePages(count, sample).flatMap(({ text }) =>
    text.split("\n\n").filter((line) => / \d+$/.test(line) && !/\n|,/.test(line)),
  );
  const files = titles.slice(0, count).map((title, index): CardFile => {
    const card: Card = { title, authors: "Ada Lovelace, Alan Turing", date: "", archive: "Papers" };
    return { card: { ...card, date: `${1 + (index % 28)} November 2026` }, path: `${index}.png` };
  });
  const folder = await mkdtemp(join(tmpdir(), "offprint-cards-"));
  try {
    const where = { cache: join(folder, "cache"), folder: join(folder, "site") };
    const drawn = await secondsOf(() => writeCards(files, where));
    const again = await secondsOf(() => writeCards(files, where));
    const names = await readdir(where.folder);
    if (names.length !== count) throw new Error(`${names.length} of ${count} cards were drawn.`);
    const sizes = await Promise.all(
      names.map(async (name) => (await stat(join(where.folder, name))).size),
    );
    const sum = sizes.reduce((total, size) => total + size, 0);
    return { drawn, again, average: sum / count, largest: Math.max(...sizes) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Processor time, so that other work on the machine does not count. */
async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
