import { z } from "zod";
import { type LikenessFiles, likenessFiles } from "../archive/likeness/likeness-files.ts";
import { derived } from "../workspace/derived-cache.ts";
import { archive } from "./archive.ts";
import { paperTexts, paperVectors } from "./paper-texts.ts";
import { topicName, workspace } from "./settings.ts";

const shape = z.object({
  root: z.object({ version: z.string(), parts: z.number() }),
  files: z.record(z.string(), z.string()),
});

let made: Promise<LikenessFiles> | undefined;

/** The files of the archive's terms, for readers who sort papers by likeness. Made once in a build. */
export function archiveLikeness(): Promise<LikenessFiles> {
  made ??= make();
  return made;
}

async function make(): Promise<LikenessFiles> {
  const { byId } = await archive();
  const papers = (await paperTexts()).map((paper) => ({
    ...paper,
    aliases: byId.get(paper.id)?.aliases ?? [],
  }));
  const names = new Map(
    papers.flatMap(({ topics }) => topics.map(({ id }) => [id, topicName(id)] as const)),
  );
  return derived(workspace, "likeness", {
    of: [papers, [...names]],
    code: ["src/text", "src/archive/terms", "src/archive/likeness"],
    shape,
    make: async () => likenessFiles(papers, await paperVectors(), (id) => names.get(id) ?? id),
  });
}
