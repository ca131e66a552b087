import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take longest, longest first. */
const longest = [
  "tests/docs/commands.test.ts",
  "tests/browser/offline.test.ts",
  "tests/browser/search.test.ts",
  "tests/browser/library.test.ts",
  "tests/browser/reading.test.ts",
  "tests/scripts/list-commands.test.ts",
  "tests/site/dev.test.ts",
  "tests/site/fork.test.ts",
  "tests/browser/nginx.test.ts",
  "tests/browser/map.test.ts",
];

/** Starts long test files before all others, so that none runs alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const placeOf = ({ moduleId, project }: TestSpecification) => {
      const path = relative(project.config.root, moduleId).replaceAll("\\", "/");
      const place = longest.indexOf(path);
      return place < 0 ? longest.length : place;
    };
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
