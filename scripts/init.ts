import { createInterface } from "node:readline/promises";
import { defined } from "../src/schemas/defined.ts";
import { describeIssue } from "../src/schemas/describe-issue.ts";
import { site } from "../src/schemas/site.ts";
import { changeWorkspace } from "../src/workspace/change-workspace.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import {
  type FirstSettings,
  keepSample,
  removeSample,
  sampleFiles,
  siteText,
  writeFirstSettings,
} from "../src/workspace/start-archive.ts";
import { keepOwnersVersions } from "../src/workspace/update/git.ts";
import { exit, fail, readArguments, run } from "./command.ts";

const command = {
  name: "npm run init",
  help: `
npm run init [-- options]

Starts an archive of your own: writes content/site.yaml, and ends the sample, which the site shows while seeds/ is
empty. On a terminal, it asks for what no option says. It never changes settings that exist.

Options:
  --title TEXT      the name of the archive (default: My papers)
  --author NAME     who keeps it
  --address URL     the address of the server on which you will publish it, without a path
  --base PATH       the path of the site on that server (default: /)
  --language TAG    the language of the pages, such as en or de (default: en)
  --keep-sample     copy the sample into seeds/, as papers of yours
  --yes             ask nothing
  --root FOLDER     the folder of the archive (default: the current one)
  --dry-run         show what would be done, but change nothing
  -h, --help        show this help

Next: npm run add, npm run dev, npm run build.

Exit codes: 0 success, 1 the archive has settings already, 2 wrong arguments.
`,
  options: {
    title: { type: "string" },
    author: { type: "string" },
    address: { type: "string" },
    base: { type: "string" },
    language: { type: "string" },
    "keep-sample": { type: "boolean" },
    yes: { type: "boolean", default: false },
    root: { type: "string", default: process.cwd() },
    "dry-run": { type: "boolean", default: false },
  },
} as const;

/** What is asked on a terminal. An empty answer leaves the setting out. */
const questions = [
  ["title", "The name of your archive? (My papers)"],
  ["author", "Your name, for the foot of each page? (none)"],
  ["address", "The address on which you will publish it, such as https://example.org? (not yet)"],
  ["language", "The language of the pages, en or de? (en)"],
] as const;

const { values } = readArguments(command);
const { root, yes, "dry-run": dryRun } = values;
const schema = site
  .pick({ title: true, author: true, address: true, base: true, language: true })
  .partial();
const { title, author, address, base, language } = values;
const given = defined({ title, author, address, base, language });
const [fault] = faultsOf(given);
if (fault !== undefined) fail(command, `--${fault}`);

await run(command.name, async () => {
  const workspace = workspaceAt(root);
  const { settings: chosen, keepsSample } = await complete(given);
  const settings = keepsSample ? chosen : { ...chosen, sample: false };
  const files = keepsSample ? [] : await sampleFiles(workspace);
  if (dryRun) {
    console.log(`would write content/site.yaml:\n\n${siteText(workspace, settings)}`);
    if (keepsSample) console.log("would copy the sample to seeds/daily-papers-11-13.txt");
    for (const file of files) console.log(`would delete ${file}, which is of the sample`);
    return exit.done;
  }
  const isNew = await changeWorkspace(workspace, async () => {
    if (!(await writeFirstSettings(workspace, settings))) return false;
    await removeSample(workspace, files);
    keepOwnersVersions(workspace.root);
    if (keepsSample && (await keepSample(workspace))) {
      console.log("copied the sample to seeds/daily-papers-11-13.txt");
    }
    return true;
  });
  if (!isNew) {
    console.error("content/site.yaml exists already, so nothing was changed. Edit that file.");
    return exit.notAll;
  }
  console.log("wrote content/site.yaml");
  for (const file of files) console.log(`deleted ${file}, which is of the sample`);
  console.log(`
Next:
  npm run add -- 2510.01171    adds a paper by its arXiv id, DOI or address, or a file of references
  npm run dev                  shows the site while you work on it
  docs/publishing.md           how to publish it
Commit seeds/ and content/; everything else is Offprint's, and updates never touch these two.`);
  return exit.done;
});

/** What is wrong with settings: each begins with the name of one. */
function faultsOf(settings: FirstSettings): string[] {
  const { error } = schema.safeParse(settings);
  return (error?.issues ?? []).flatMap((issue) =>
    describeIssue(issue, settings, schema).map(({ reason, hint }) =>
      `${reason} ${hint ?? ""}`.trim(),
    ),
  );
}

/** Asks on a terminal for what no option says. */
async function complete(
  known: FirstSettings,
): Promise<{ settings: FirstSettings; keepsSample: boolean }> {
  const defaults = { title: "My papers" };
  const keep = values["keep-sample"];
  if (yes || !process.stdin.isTTY || !process.stdout.isTTY) {
    return { settings: { ...defaults, ...known }, keepsSample: keep ?? false };
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const settings: FirstSettings = { ...known };
    for (const [name, question] of questions) {
      while (settings[name] === undefined) {
        const answer = (await terminal.question(`${question} `)).trim();
        if (answer === "") break;
        const [wrong] = faultsOf({ [name]: answer });
        if (wrong === undefined) settings[name] = answer;
        else console.log(wrong);
      }
    }
    const keepsSample =
      keep ?? /^y/i.test(await terminal.question("Keep the sample of 62 papers? (y/N) "));
    return { settings: { ...defaults, ...settings }, keepsSample };
  } finally {
    terminal.close();
  }
}
