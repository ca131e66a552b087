import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { licencesFile } from "../src/workspace/built-files.ts";
import { isPermissive, readLicences } from "../src/workspace/licences.ts";
import { counted, exit, fail, readArguments, run } from "./command.ts";

const command = {
  name: "npm run licences",
  help: `
npm run licences [-- FOLDER]

Lists the packages of which a built site has code, styles or fonts: name, version and license. Their texts
are in licences.txt in the site. FOLDER is the site (default: dist).

Options:
  -h, --help      show this help

Exit codes: 0 all licenses are permissive, 1 one is not, or is not known, 2 wrong arguments.
`,
  options: {},
  positionals: true,
} as const;

const { positionals } = readArguments(command);
const [folder = "dist", ...others] = positionals;
if (others.length > 0) fail(command, "give one folder, not several");
const file = join(folder, licencesFile);
if (!existsSync(file)) fail(command, `${file} does not exist. Run \`npm run build\` first`);

await run(command.name, async () => {
  const packages = readLicences(readFileSync(file, "utf8"));
  for (const { name, version, licence } of packages) {
    console.log(`${name} ${version}  ${licence}${isPermissive(licence) ? "" : "  NOT PERMISSIVE"}`);
  }
  const others = packages.filter(({ licence }) => !isPermissive(licence));
  console.log(
    `\n${counted(packages.length, "package")}, ${others.length} not under a permissive license`,
  );
  if (others.length === 0) return exit.done;
  const names = others.map(({ name }) => name).join(", ");
  console.error(
    `Read the licenses of ${names} before you publish the site, or remove what uses them.`,
  );
  return exit.notAll;
});
