import type { Message } from "../schemas/message.ts";
import { report, unusedSeedYear } from "../schemas/rules.ts";
import { nearestIds } from "../text/nearest-ids.ts";
import type { readSite } from "./read-site.ts";

/** Reports years in the settings for seeds that do not exist. */
export function unusedYears(
  { value, lineOf }: Pick<ReturnType<typeof readSite>, "value" | "lineOf">,
  files: readonly string[],
): Message[] {
  const paths = files.map((path) => path.replace(/^seeds\//, ""));
  return Object.keys(value?.seedYears ?? {})
    .filter((name) => !paths.includes(name.replace(/^seeds\//, "")))
    .map((name) =>
      report(
        unusedSeedYear,
        { file: name, nearest: nearestIds(name, paths) },
        { file: "content/site.yaml", line: lineOf(["seedYears", name]) },
      ),
    );
}
