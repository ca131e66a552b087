import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
// The names of databases and caches contain words, but nobody sees them.
const files = globSync("src/client/**/*.ts", { cwd: root }).filter(
  (file) => !file.endsWith("storage-names.ts"),
);

/** Properties and attributes whose text people see or hear. */
const shownNames = /^(?:textContent|innerText|title|placeholder|alt|ariaLabel|aria-label|label)$/;

/** Texts in a file's code that look like words for people. Messages of errors are for developers. */
function wordsIn(name: string, code: string): string[] {
  const source = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) || isError(node)) return;
    const text = textOf(node);
    if (text !== undefined && (isSentence(text) || (/\p{L}/u.test(text) && isShown(node)))) {
      found.push(`${name}: ${text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isError(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) return node.expression.kind === ts.SyntaxKind.SuperKeyword;
  return ts.isNewExpression(node) && /Error$/.test(node.expression.getText());
}

/** The text of a literal, with `…` in place of insertions. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
}

/** Words that follow a capitalized word or an insertion, or that end like a sentence. */
function isSentence(text: string): boolean {
  return (
    /^\s*\p{Lu}[\p{L}’']*[,:]? \p{L}{2,}/u.test(text) ||
    /^… \p{Ll}{2,}/u.test(text) ||
    /\p{L}{2,}[.!?…]$/u.test(text)
  );
}

/** Whether a literal is assigned to a shown property, or is a child or such an attribute of `element(…)`. */
function isShown(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isConditionalExpression(parent) && parent.condition !== node) return isShown(parent);
  if (ts.isBinaryExpression(parent)) {
    return ts.isPropertyAccessExpression(parent.left) && shownNames.test(parent.left.name.text);
  }
  if (ts.isPropertyAssignment(parent) && parent.initializer === node) {
    return shownNames.test(parent.name.getText().replaceAll('"', ""));
  }
  if (!ts.isCallExpression(parent)) return false;
  const called = parent.expression.getText();
  const nodes: readonly ts.Node[] = parent.arguments;
  const index = nodes.indexOf(node);
  if (called === "element") return index >= 2;
  const [first] = parent.arguments;
  return (
    /setAttribute$/.test(called) && index === 1 && shownNames.test(textOf(first ?? node) ?? "")
  );
}

describe("the scripts of pages", () => {
  it("take every word that people see from src/i18n", () => {
    expect(files.length).toBeGreaterThan(50);
    const found = files.flatMap((file) => wordsIn(file, readFileSync(join(root, file), "utf8")));
    expect(found).toEqual([]);
  });

  it.each([
    'status.textContent = "Saved";',
    'say("Nothing was found");',
    `say(\`\${count} papers found\`);`,
    'element("button", { type: "button" }, "Save");',
    'element("a", { "aria-label": "map" });',
    'button.setAttribute("aria-label", "save");',
    'button.title = wanted ? "save" : undefined;',
    'const fault = "it is not an object.";',
  ])("would be found with the word in: %s", (code) => {
    expect(wordsIn("example.ts", code)).toHaveLength(1);
  });

  it.each([
    'throw new Error("The page has no list.");',
    'element("p", { class: "label" });',
    'link.href = "#map";',
    'headers.get("Content-Type");',
    'section.querySelector("li a");',
    `say(\`\${title}, \${date}\`);`,
    'import { a } from "./a b.ts";',
  ])("may contain: %s", (code) => {
    expect(wordsIn("example.ts", code)).toEqual([]);
  });
});
