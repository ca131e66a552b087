import type { LikenessFiles } from "../archive/likeness/likeness-files.ts";
import { derivedLikeness } from "../workspace/derived-archive.ts";
import { archive } from "./archive.ts";
import { besidePages } from "./integrations/beside-pages.ts";
import { paperTexts, paperVectors } from "./paper-texts.ts";
import { topicName, workspace } from "./settings.ts";

let made: Promise<LikenessFiles> | undefined;

/** The files of the archive's terms, for readers who sort papers by likeness. Made once in a build. */
export function archiveLikeness(): Promise<LikenessFiles> {
  made ??= make();
  return made;
}

async function make(): Promise<LikenessFiles> {
  const { byId } = await archive();
  const aliasesOf = (id: string) => byId.get(id)?.aliases ?? [];
  await besidePages()?.likeness;
  const facts = { aliasesOf, topicName };
  return derivedLikeness(workspace, await paperTexts(), facts, paperVectors);
}
