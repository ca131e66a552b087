import type { SeedChanges } from "../src/ingest/compare-seeds.ts";
import { countChanges } from "../src/workspace/add/plan-seed.ts";

/** The most titles of each kind that are printed; --json has all of them. */
const mostTitles = 20;

/** A replaced seed with the counts and titles of papers that are new, changed and gone. */
export function describeReplaced({
  file,
  changes,
}: {
  file: string;
  changes: SeedChanges;
}): string {
  const lines = (["new", "changed", "gone"] as const).flatMap((kind) => {
    const titles = changes[kind];
    const more = titles.length - mostTitles;
    return [
      ...titles.slice(0, mostTitles).map((title) => `  ${kind}: ${title}`),
      ...(more > 0 ? [`  ${kind}: … and ${more} more`] : []),
    ];
  });
  return [`${file}: ${countChanges(changes)}`, ...lines].join("\n");
}
