import { hash } from "node:crypto";
import type { PaperTexts } from "./paper-texts.ts";

type Texts = Omit<PaperTexts, "id" | "since">;

/** Digests of papers, each of which is asked for by all that compares them. */
const known = new WeakMap<Texts, string>();

/** A digest of the texts and topics of a paper. */
export function textDigest(paper: Texts): string {
  const found = known.get(paper);
  if (found !== undefined) return found;
  const { title, abstract, topics } = paper;
  const scores = topics.map(({ id, score }) => [id, score]);
  const text = JSON.stringify([title, abstract, scores]);
  // Long enough for all texts of an archive.
  const digest = hash("sha256", text, "base64").slice(0, 22);
  known.set(paper, digest);
  return digest;
}
