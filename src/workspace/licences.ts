import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import satisfies from "spdx-satisfies";
import { z } from "zod";

/** A package of which a site has code, styles, fonts or data. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** An SPDX expression; "unknown" if the package names none. */
  licence: string;
  /** The text of its licence, if the package has it in a file. */
  text?: string;
}

const manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z
    .union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)])
    .optional(),
});

/** The package that a file in node_modules belongs to; undefined for other files. */
export function packageOfFile(file: string): ShippedPackage | undefined {
  const path = file.replaceAll("\\", "/");
  const inner = path.lastIndexOf("/node_modules/");
  if (inner < 0) return undefined;
  const root = path.slice(0, inner + "/node_modules/".length);
  for (let folder = dirname(path); folder.length > root.length; folder = dirname(folder)) {
    const read = readPackage(folder);
    if (read) return read;
  }
  return undefined;
}

/** Undefined if the folder has no manifest with a name and a version. */
function readPackage(folder: string): ShippedPackage | undefined {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return undefined;
  const { data } = manifest.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!data) return undefined;
  const names = readdirSync(folder).filter((name) =>
    /^(?:licen[cs]e|copying|copyright)(?:[.-]|$)/i.test(name),
  );
  const text = names
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8").replace(/\r\n?/g, "\n"))
    // Vite's file goes on with the licences of what it is made of, which no site contains.
    .map((file) => file.replace(/\n#+ Licenses of bundled dependencies[\s\S]*$/, "").trim())
    .join("\n\n");
  const { name, version, license: licence = "unknown" } = data;
  return { name, version, licence, ...(text === "" ? {} : { text }) };
}

const rule = "=".repeat(78);
const heading = /^(\S+) (\S+)\nLicence: (.+)$/;

/** The file of licences: each package with its version and licence, then the text. */
export function writeLicences(packages: readonly ShippedPackage[]): string {
  const about =
    "This site contains code, styles, fonts or data of these packages. Their licences ask to be kept with them.";
  const parts = [...packages]
    .sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version))
    .map(({ name, version, licence, text }) => {
      const shown = text ?? "The package has no file with the text of its licence.";
      return `${rule}\n${name} ${version}\nLicence: ${licence}\n${rule}\n\n${shown}\n`;
    });
  return [`${about}\n`, ...parts].join("\n");
}

/** The packages of a file of licences, without the texts. */
export function readLicences(file: string): ShippedPackage[] {
  return file.split(`${rule}\n`).flatMap((part) => {
    const [, name, version, licence] = heading.exec(part.trim()) ?? [];
    return name && version && licence ? [{ name, version, licence }] : [];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Licences that ask for no more than to be named. The one for fonts asks the same of who uses them. */
const permissive = [
  ...[
    "0BSD",
    "Apache-2.0",
    "BlueOak-1.0.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC-BY-4.0",
    "CC0-1.0",
  ],
  ...["ISC", "MIT", "MIT-0", "OFL-1.1", "Unicode-3.0", "Unlicense", "Zlib"],
];

/** Whether a package may be published with a site under any licence, without its source. */
export function isPermissive(licence: string): boolean {
  try {
    return satisfies(licence, permissive);
  } catch {
    // It is not an SPDX expression, so a person must read it.
    return false;
  }
}
