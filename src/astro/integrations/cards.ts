import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hasCards } from "../../archive/paper-files.ts";
import { describeMessage } from "../../workspace/describe-messages.ts";
import { workspaceAt } from "../../workspace/paths.ts";
import { siteOrThrow } from "../../workspace/read-site.ts";
import { isOpenedAsFiles } from "./as-files.ts";
import { configuredPart, type SitePart } from "./site-part.ts";

/** Draws the pictures that links to papers show. They need the archive's address, without which none can be linked. */
export function cards(): SitePart {
  return configuredPart("offprint:cards", (settled) => ({
    "astro:build:done": async ({ dir }) => {
      const config = settled();
      if (config.site === undefined || isOpenedAsFiles()) return;
      const root = fileURLToPath(config.root);
      const { readArchive } = await import("../../workspace/read-archive.ts");
      const workspace = workspaceAt(root);
      const site = siteOrThrow(workspace, describeMessage);
      // Faults of entries are reported where pages are made of them.
      const { value: papers } = await readArchive(workspace);
      if (!hasCards(site, papers.length)) return;
      // Most archives have none, and what draws them takes long to load.
      const { cardOf } = await import("../../archive/cards/card.ts");
      const { dateFormats } = await import("../../archive/dates.ts");
      const { writeCards } = await import("../../workspace/cards/write-cards.ts");
      const { period } = dateFormats(site.language);
      const files = papers.flatMap(({ entry }) => {
        const card = cardOf(entry, { archive: site.title, dateOf: period });
        return card ? [{ card, path: `papers/${entry.id}/paper.png` }] : [];
      });
      await writeCards(files, {
        cache: join(root, ".cache/cards"),
        folder: fileURLToPath(dir),
      });
    },
  }));
}
