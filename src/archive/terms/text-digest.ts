import { createHash } from "node:crypto";
import type { PaperTexts } from "./paper-texts.ts";

/** A digest of the texts and topics of a paper. */
export function textDigest({ title, abstract, topics }: Omit<PaperTexts, "id" | "since">): string {
  const scores = topics.map(({ id, score }) => [id, score]);
  return shortDigest(JSON.stringify([title, abstract, scores]));
}

/** A digest in Base64 that is long enough for all texts of an archive. */
export function shortDigest(text: string): string {
  return createHash("sha256").update(text).digest("base64").slice(0, 22);
}
