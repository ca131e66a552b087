import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The folders of tests that start commands or a browser, slowest files first. */
const slow = ["tests/docs/", "tests/browser/", "tests/scripts/", "tests/site/"];

/** Starts slow test files before the quick ones, so that none of them runs alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const placeOf = ({ moduleId, project }: TestSpecification) => {
      const path = relative(project.config.root, moduleId).replaceAll("\\", "/");
      const place = slow.findIndex((folder) => path.startsWith(folder));
      return place < 0 ? slow.length : place;
    };
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
