import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { takeReport } from "../../src/astro/integrations/build-report.ts";
import {
  faultsOf,
  leaveOutFaulty,
  leftOutParts,
} from "../../src/astro/integrations/left-out-parts.ts";
import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);
// Other tests in the same process may have reported something.
beforeEach(() => {
  takeReport();
});
afterEach(() => leftOutParts().clear());

let root = "";
beforeAll(async () => {
  root = await workspaceWith({
    "content/theme.css": '@import "./styles/colours.css";\na { color: red }\n',
    "content/styles/colours.css": "a {\n",
    "content/overrides/Masthead.astro": '---\nimport { a } from "../lib/a.ts";\n---\n',
    "content/lib/a.ts": 'import { b } from "./b.ts";\nexport const a = b;\n',
    "content/lib/b.ts": 'import { gone } from "../../src/gone.ts";\nexport const b = gone;\n',
    "content/pages/talks.mdx": "---\ntitle: Talks\n---\n\n{absent()}\n",
  });
});

const failing = (message: string, more: object = {}) => Object.assign(new Error(message), more);

describe("a fault in a file of the owner's that ends a build", () => {
  it.each([
    [
      "of Rolldown, in colour",
      failing(
        '\u001b[31m[MISSING_EXPORT] \u001b[0m"b" is not exported by "src/b.ts".\n   ╭─[ content/lib/a.ts:1:10 ]\n',
      ),
      { file: "content/lib/a.ts", line: 1, reason: '"b" is not exported by "src/b.ts".' },
    ],
    [
      "of Astro's compiler",
      failing(
        "Build failed with 1 error:\n\n[plugin astro:build] /x/content/overrides/Masthead.astro:5:0\nCompilerError: Expected `}` but found `EOF`",
      ),
      { file: "content/overrides/Masthead.astro", line: 5, reason: "Expected `}` but found `EOF`" },
    ],
    [
      "of PostCSS",
      failing(
        "[plugin vite:css] /x/content/theme.css:5:1\nCssSyntaxError: [postcss] /x/content/theme.css:5:1: Unknown word ====",
      ),
      { file: "content/theme.css", line: 5, reason: "Unknown word ====" },
    ],
    [
      "in a style of a component",
      failing(
        "[postcss] /x/content/components/A.astro?astro&type=style&index=0&lang.css:3:2: Unclosed block",
      ),
      { file: "content/components/A.astro", line: 3, reason: "Unclosed block" },
    ],
  ])("%s is found with its line", (_, error, fault) => {
    expect(faultsOf({ root }, error)).toEqual([fault]);
  });

  it("is not looked for in errors about other files", () => {
    expect(
      faultsOf({ root }, failing("[X] Could not resolve './a' in src/content.config.ts")),
    ).toEqual([]);
    expect(faultsOf({ root }, "no error")).toEqual([]);
  });

  it("leaves out every part that needs the file, once", () => {
    const { errors } = new AggregateError([
      failing('"gone" is not exported by "src/gone.ts".', { id: join(root, "content/lib/b.ts") }),
      failing("[postcss] content/styles/colours.css:1:1: Unclosed block"),
    ]);
    const error = failing("Build failed with 2 errors", { errors });
    expect(leaveOutFaulty({ root }, error)).toBe(true);
    expect([...leftOutParts()]).toEqual(["content/overrides/Masthead.astro", "content/theme.css"]);
    const { messages } = takeReport();
    expect(messages.map(({ rule, place }) => [rule, place])).toEqual([
      ["override-failed", { file: "content/lib/b.ts", line: 1 }],
      ["theme-failed", { file: "content/styles/colours.css", line: 1 }],
    ]);
    expect(leaveOutFaulty({ root }, error)).toBe(false);
    takeReport();
  });
});
