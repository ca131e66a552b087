import type { LikenessFiles } from "../archive/likeness/likeness-files.ts";
import { derivedLikeness, lastLikeness } from "../workspace/derived-archive.ts";
import { archive } from "./archive.ts";
import { besidePages } from "./integrations/beside-pages.ts";
import { madeOnce } from "./made-once.ts";
import { paperTerms, paperTexts } from "./paper-texts.ts";
import { topicName, workspace } from "./settings.ts";

/** The files of the archive's terms, for readers who sort papers by likeness. Made once in a build. */
export const archiveLikeness = madeOnce(["papers"], async (): Promise<LikenessFiles> => {
  const made = (await besidePages()?.likeness) ? await lastLikeness(workspace) : undefined;
  if (made) return made;
  const { byId } = await archive();
  const aliasesOf = (id: string) => byId.get(id)?.aliases ?? [];
  const facts = { aliasesOf, topicName };
  return derivedLikeness(workspace, await paperTexts(), facts, await paperTerms());
});
