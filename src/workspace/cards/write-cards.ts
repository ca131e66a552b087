import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import type { Card } from "../../archive/cards/card.ts";
import { drawCard, type Typeface } from "../../archive/cards/draw-card.ts";
import { writeFileAtomic } from "../write-file.ts";
import { cardTypefaces } from "./card-type.ts";

/** Raise it when cards look different, so that those of former builds are made again. */
const look = 2;

/** A card, and the file in the site that shows it. */
export interface CardFile {
  card: Card;
  path: string;
}

/**
 * Writes cards into a site. Each is drawn once and kept in `cache` by what is on it; what no card of this
 * site needs any more is removed from there.
 */
export async function writeCards(
  cards: readonly CardFile[],
  { cache, folder }: { cache: string; folder: string },
): Promise<void> {
  await mkdir(cache, { recursive: true });
  const kept = new Set(await readdir(cache));
  const used = new Set<string>();
  let faces: readonly Typeface[] | undefined;
  const write = async ({ card, path }: CardFile) => {
    const name = `${digestOf(card)}.png`;
    used.add(name);
    if (!kept.has(name)) {
      faces ??= cardTypefaces();
      await writeFileAtomic(join(cache, name), await pictureOf(card, faces), { fsync: false });
    }
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await copyFile(join(cache, name), join(folder, path));
  };
  sharp.concurrency(1);
  const waiting = [...cards];
  const work = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await write(next);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const unused = [...kept].filter((name) => !used.has(name));
  await Promise.all(unused.map((name) => rm(join(cache, name), { force: true })));
}

/** A card as PNG. Few colours are enough for type on paper. */
export function pictureOf(card: Card, faces: readonly Typeface[]): Promise<Buffer> {
  return sharp(Buffer.from(drawCard(card, faces)))
    .png({ palette: true, colours: 16, dither: 0, effort: 1, compressionLevel: 6 })
    .toBuffer();
}

function digestOf(card: Card): string {
  return createHash("sha256")
    .update(JSON.stringify([look, card]))
    .digest("hex")
    .slice(0, 32);
}
