import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

/** Attributes and props whose value readers see or hear. */
const shown =
  /^(?:aria-label|aria-description|title|alt|placeholder|label|name|description|lede|summary)$/;
/** Values of such attributes that are not text: names of form fields and meta tags. */
const technical =
  /^(?:q|cite-format|list-view|viewport|robots|description|generator|referrer|theme-color)$/;

/** The template of an .astro file as TSX. Its frontmatter is read separately. */
function parse(text: string): { template: ts.SourceFile; script: ts.SourceFile } {
  const [, script = "", body = text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const template = body
    .replace(/<!doctype html>/i, "")
    .replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>/g, "");
  const file = (name: string, source: string) =>
    ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  return { template: file("template.tsx", `<>${template}</>`), script: file("script.tsx", script) };
}

function descendants(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (one: ts.Node) => {
    found.push(one);
    ts.forEachChild(one, visit);
  };
  visit(node);
  return found;
}

/** Names of formats, services and keys, which are the same in every language. */
const properName = /^(?:arXiv:|doi:|ORCID|Atom|JSON Feed|BibTeX|RIS|CSL-JSON|Esc)$/;

const hasLetters = (text: string) => /\p{L}{2}/u.test(text);
/** A sentence or a label, rather than a class, a key or a path. */
const readsAsText = (text: string) => /^\p{Lu}\p{Ll}|\p{L}{2,} \p{L}{2,} \p{L}{2,}/u.test(text);

/** Whether a literal is part of a class list, an address, an error or a message for the owner. */
function isForProgram(node: ts.Node): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (ts.isImportDeclaration(at) || ts.isLiteralTypeNode(at) || ts.isThrowStatement(at))
      return true;
    if (ts.isPropertyAssignment(at) && /^(?:reason|hint)$/.test(at.name.getText())) return true;
    if (ts.isJsxAttribute(at) && !shown.test(at.name.getText())) return true;
  }
  return false;
}

/** Commands are the same in every language. */
const isCode = (node: ts.Node) =>
  ts.isJsxElement(node) && node.openingElement.tagName.getText() === "code";

/** The texts of an .astro file that should be among the interface strings. */
function textsIn(source: string): string[] {
  const { template, script } = parse(source);
  const inMarkup = descendants(template).flatMap((node) => {
    if (ts.isJsxText(node) && isCode(node.parent)) return [];
    if (ts.isJsxText(node)) return hasLetters(node.text) ? [node.text.trim()] : [];
    if (!ts.isJsxAttribute(node) || !shown.test(node.name.getText())) return [];
    if (node.parent.parent.getText().startsWith("<slot") || node.name.getText() === "slot")
      return [];
    const value = node.initializer;
    if (!value || !ts.isStringLiteral(value) || technical.test(value.text)) return [];
    return hasLetters(value.text) ? [value.text] : [];
  });
  const inCode = [template, script].flatMap(descendants).flatMap((node) => {
    const isLiteral =
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node);
    if (!isLiteral || ts.isJsxAttribute(node.parent) || isForProgram(node)) return [];
    return readsAsText(node.text.trim()) ? [node.text.trim()] : [];
  });
  return [...inMarkup, ...inCode].filter((text) => !properName.test(text));
}

const files = globSync("src/{pages,layouts,components}/**/*.astro", { cwd: root }).sort();

describe("pages, layouts and components", () => {
  it("have no text of their own: it is in the interface strings", () => {
    expect(files.length).toBeGreaterThan(50);
    const found = files.flatMap((file) =>
      textsIn(readFileSync(join(root, file), "utf8")).map((text) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ["text between tags", "<p>Read it</p>", "Read it"],
    ["a label", '<nav aria-label="Main">{links}</nav>', "Main"],
    ["a choice", '<p>{many ? "Many papers here" : count}</p>', "Many papers here"],
    ["a template", ["<p>{`Page $", "{page}`}</p>"].join(""), "Page"],
    ["a text of the script", '---\nconst title = "Topics";\n---\n<h1>{title}</h1>', "Topics"],
  ])("would be found with %s", (_, source, text) => {
    expect(textsIn(source)).toEqual([text]);
  });
});
