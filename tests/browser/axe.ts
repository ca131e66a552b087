import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const path = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const script = readFileSync(path, "utf8");

/** The rules of axe that a page's colours can break. No other rule depends on the colour scheme. */
const colourRules = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds on a page in its light and its dark scheme, as `rule: elements`. The page is loaded
 * once; in the dark scheme only the rules about colours run again.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  // Not as an element, which a page's policy forbids.
  await page.evaluate(script);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await run(page, {});
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await run(page, { runOnly: colourRules });
  return [...light, ...dark.map((violation) => `dark: ${violation}`)];
}

function run(page: Page, which: { runOnly?: string[] }): Promise<string[]> {
  // Details of what passes are not needed, and take time.
  const options = JSON.stringify({ ...which, resultTypes: ["violations"] });
  return page.evaluate(`axe.run(document, ${options}).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")))`);
}
