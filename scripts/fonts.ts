import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "../src/workspace/write-file.ts";
import { exit, readArguments, run } from "./command.ts";
import { glyphAdvances } from "./fonts/glyph-advances.ts";
import { type FontPart, formulaFonts, pageFonts } from "./fonts/parts.ts";
import { makeFont, ruleOf } from "./fonts/subset.ts";

const command = {
  name: "npm run fonts",
  help: `
npm run fonts

Makes the font files of pages in src/styles/fonts/ from those of the installed packages, the style
sheets that name them, and the widths of the characters of formulas in src/math/. Run it when a package of
a font has changed, and \`npm run format\` after it.

Options:
  -h, --help      show this help
`,
  options: {},
} as const;

readArguments(command);

const styles = join(process.cwd(), "src/styles");

await run(command.name, async () => {
  await mkdir(join(styles, "fonts"), { recursive: true });
  await writeFonts("fonts.css", pageFonts);
  await writeFonts("katex.css", formulaFonts);
  const advances = join(process.cwd(), "src/math/glyph-advances.json");
  await writeFileAtomic(advances, `${JSON.stringify(glyphAdvances())}\n`);
  return exit.done;
});

async function writeFonts(sheet: string, parts: readonly FontPart[]): Promise<void> {
  const rules: string[] = [];
  for (const part of parts) {
    const packages = join(process.cwd(), "node_modules");
    const file = await makeFont(part, packages);
    await writeFileAtomic(join(styles, "fonts", `${part.name}.woff2`), file);
    rules.push(ruleOf(part, packages));
    console.log(`${part.name}.woff2: ${file.length.toLocaleString("en")} bytes`);
  }
  const head = "/* Made by `npm run fonts` from scripts/fonts/parts.ts. Do not edit. */";
  await writeFileAtomic(join(styles, sheet), `${head}\n${rules.join("\n\n")}\n`);
}
