import type { LikenessFiles } from "../archive/likeness/likeness-files.ts";
import { likenessKept, likenessOf } from "../workspace/derived-archive.ts";
import { derived, derivedBy } from "../workspace/derived-cache.ts";
import { archive } from "./archive.ts";
import { besidePages } from "./integrations/beside-pages.ts";
import { madeOnce } from "./made-once.ts";
import { paperTerms, paperTexts } from "./paper-texts.ts";
import { topicName, workspace } from "./settings.ts";

/** The files of the archive's terms, for readers who sort papers by likeness. Made once in a build. */
export const archiveLikeness = madeOnce(["papers"], async (): Promise<LikenessFiles> => {
  const digest = await besidePages()?.likeness;
  const kept = digest && (await derivedBy(workspace, likenessKept, digest));
  if (kept) return kept;
  const { byId } = await archive();
  const aliasesOf = (id: string) => byId.get(id)?.aliases ?? [];
  const facts = { aliasesOf, topicName };
  return derived(workspace, likenessOf(workspace, await paperTexts(), facts, await paperTerms()));
});
