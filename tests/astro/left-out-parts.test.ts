import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { takeReport } from "../../src/astro/integrations/build-report.ts";
import {
  faultsOf,
  leaveOutConflicts,
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

  it("is found in styles that are bundled together, by the line that is shown", async () => {
    const minify = (line: string) =>
      failing(
        `Build failed with 1 error:\n\n[plugin vite:css-post]\nSyntaxError: [lightningcss minify] Invalid empty selector\n1  |  @layer a;\n2  |  ${line}\n   |  ^\n3  |  b {}\n    at minifyCSS`,
      );
    const reason = "Invalid empty selector";
    expect(faultsOf({ root }, minify("a { color: red }"))).toEqual([
      { file: "content/theme.css", line: 2, reason },
    ]);
    expect(faultsOf({ root }, minify(".none {"))).toEqual([{ file: "content/theme.css", reason }]);
    leftOutParts().add("content/theme.css");
    expect(faultsOf({ root }, minify(".none {"))).toEqual([]);
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

it("leaves out markup, styles and code in which git left a conflict, and reports each file once", async () => {
  const conflict = "<<<<<<< HEAD\n<p>mine</p>\n=======\n<p>yours</p>\n>>>>>>> other\n";
  const own = await workspaceWith({
    "content/theme.css": conflict,
    "content/components/Chart.astro": `<b />\n${conflict}`,
    "content/components/Sound.astro": "<b />\n",
    "content/overrides/Masthead.astro": '---\nimport { a } from "../lib/a.ts";\n---\n',
    "content/lib/a.ts": `\n${conflict}`,
    "content/papers/2020/a.mdx": conflict,
  });
  leaveOutConflicts({ root: own });
  expect([...leftOutParts()].sort()).toEqual([
    "content/components/Chart.astro",
    "content/overrides/Masthead.astro",
    "content/theme.css",
  ]);
  const found = takeReport().messages.map(({ rule, place }) => [rule, place?.file, place?.line]);
  expect(found.sort()).toEqual([
    ["git-conflict", "content/components/Chart.astro", 2],
    ["git-conflict", "content/lib/a.ts", 2],
    ["git-conflict", "content/theme.css", 1],
  ]);
});
