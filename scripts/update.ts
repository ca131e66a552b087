import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describeError } from "../src/workspace/system-error.ts";
import {
  buildAside,
  changesPackages,
  installPackages,
} from "../src/workspace/update/build-aside.ts";
import { git, keepOwnersVersions, tryGit } from "../src/workspace/update/git.ts";
import { newsForOwner } from "../src/workspace/update/news-for-owner.ts";
import {
  newestVersion,
  planUpdate,
  type UpdatePlan,
  whyNotNow,
} from "../src/workspace/update/plan-update.ts";
import { counted, exit, readArguments, run } from "./command.ts";

const command = {
  name: "npm run update",
  help: `
npm run update [-- options]

Updates Offprint in your archive, which may be a clone, a fork or a repository made from the template. Fetches the
newest version, merges it in memory, says what changed, and builds your site with it in a folder of its own. Only
then does your branch get the update, with its packages. Your files in seeds/ and content/ are never changed, and
a README.md or LICENSE that you replaced stays.

Options:
  --from REMOTE   the address of Offprint's repository, or a remote of git (default: the remote "engine", or
                  else "upstream")
  --to VERSION    a tag, branch or commit (default: the newest tag, or else the branch main)
  --no-build      do not build the site first
  --root FOLDER   the folder of the archive (default: the current one)
  --dry-run       show and build what would come, but change nothing
  -h, --help      show this help

Next: npm run doctor, git push.

Exit codes: 0 success, 1 something failed (the output says what), 2 wrong arguments.
`,
  options: {
    from: { type: "string" },
    to: { type: "string" },
    "no-build": { type: "boolean", default: false },
    root: { type: "string", default: process.cwd() },
    "dry-run": { type: "boolean", default: false },
  },
} as const;

const { values } = readArguments(command);
const root = resolve(values.root);
const dryRun = values["dry-run"];

await run(command.name, async () => {
  const reason = whyNotNow(root);
  if (reason !== undefined) throw new Error(reason);
  const remote = values.from ?? knownRemote();
  console.log(`Fetching from ${remote}…`);
  const outcome = planUpdate(root, remote, values.to ?? newestVersion(root, remote));
  if (outcome.kind === "current") {
    console.log(`Nothing to do: this archive has ${outcome.version} already.`);
    return exit.done;
  }
  if (outcome.kind === "conflict") {
    console.error(`${outcome.version} changes the same lines as you did, in:`);
    for (const file of outcome.files) console.error(`  ${file}`);
    console.error(`Nothing was changed. Move what you need to content/overrides/, content/theme.css or
content/site.yaml, restore these files with \`git checkout\` from the version that you have, and commit; or merge
${outcome.version} by hand with git.`);
    return exit.notAll;
  }
  describe(outcome);
  return update(outcome);
});

/** The remote that is usually Offprint's. */
function knownRemote(): string {
  const remotes = git(root, "remote").split("\n");
  const known = ["engine", "upstream"].find((name) => remotes.includes(name));
  if (known !== undefined) return known;
  throw new Error(
    "git knows no remote that is Offprint's repository. Name it once with `git remote add engine ADDRESS`, or use --from ADDRESS",
  );
}

function describe({ version, commit, changed, kept }: UpdatePlan): void {
  const changelog = (at: string) => tryGit(root, ["show", `${at}:CHANGELOG.md`]).output;
  const news = newsForOwner(changelog("HEAD"), changelog(commit));
  console.log(`\nFrom ${version}: ${counted(changed.length, "file")} of Offprint's would change.`);
  for (const { heading, items } of news) {
    console.log(`\n${heading}`);
    for (const item of items) console.log(`- ${item}`);
  }
  if (kept.length > 0) {
    const named = kept.map((file) => (existsSync(join(root, file)) ? file : `${file} (deleted)`));
    console.log(`\nYour own version stays: ${named.join(", ")}`);
  }
  if (changesPackages(root, commit))
    console.log("\nIt needs other packages, which the update installs.");
}

function update({ version, commit }: UpdatePlan): number {
  if (!values["no-build"]) {
    console.log("\nBuilding your site with it, in a folder of its own…");
    const { isBuilt, isWhole } = buildAside(root, commit);
    if (!isBuilt) {
      console.error(`Your site cannot be built with ${version}, so nothing was changed.`);
      return exit.notAll;
    }
    console.log(
      isWhole
        ? "Your site can be built with it, and nothing of yours needs a change for that."
        : "The errors above are what you need to change after the update.",
    );
  }
  if (dryRun) {
    console.log(`Nothing was changed. Run \`${command.name}\` to update to ${version}.`);
    return exit.done;
  }
  keepOwnersVersions(root);
  const packages = changesPackages(root, commit);
  git(root, "merge", "--quiet", "--ff-only", commit);
  console.log(`Updated to ${version}. To go back, run \`git reset --hard HEAD^\` and \`npm ci\`.`);
  try {
    if (packages) installPackages(root);
  } catch (error) {
    console.error(`${describeError(error)}. Run \`npm ci\` again before any other command.`);
    return exit.notAll;
  }
  console.log("Next: npm start shows your site, and git push publishes it.");
  return exit.done;
}
