import { closest } from "fastest-levenshtein";
import type { Nodes } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx";
import type { Macros } from "../math/macros.ts";
import type { Message, Place } from "../schemas/message.ts";
import {
  codeNotAllowed,
  report,
  unknownComponent,
  unsafeAttribute,
  unsafeElement,
  unsafeLink,
} from "../schemas/rules.ts";
import { isElsewhere, isSafeLink, safeAttributes, safeElements } from "./safe-markup.ts";

/** What a note may contain. */
export interface NoteRules {
  /** Names of components that a note may use. */
  components: readonly string[];
  /** Whether it may contain code: imports, expressions and elements of any kind. */
  code: boolean;
  /** The owner's macros. */
  macros?: Macros;
  /** What messages call the text; a note by default. */
  kind?: "note" | "page";
}

/** What makes a node of a note unsafe to show. Does not check its children. */
export function faultsOfNode(node: Nodes, rules: NoteRules, place: Place): Message[] {
  switch (node.type) {
    case "mdxjsEsm":
      return rules.code ? [] : [report(codeNotAllowed, { code: "imports and exports" }, place)];
    case "mdxFlowExpression":
    case "mdxTextExpression":
      return rules.code || isComment(node.value)
        ? []
        : [report(codeNotAllowed, { code: `{${brief(node.value)}}` }, place)];
    case "mdxJsxFlowElement":
    case "mdxJsxTextElement":
      return faultsOfElement(node, rules, place);
    case "link":
    case "definition":
      return isSafeLink(node.url)
        ? []
        : [report(unsafeLink, { kind: rules.kind ?? "note", url: node.url }, place)];
    default:
      return [];
  }
}

function faultsOfElement(
  { name, attributes }: MdxJsxFlowElement | MdxJsxTextElement,
  rules: NoteRules,
  place: Place,
): Message[] {
  const faults: Message[] = [];
  const isComponent = name !== null && /^[A-Z]/.test(name);
  if (isComponent && !rules.components.includes(name) && !rules.code) {
    const known = rules.components;
    faults.push(report(unknownComponent, { name, nearest: closest(name, known), known }, place));
  }
  if (name !== null && !isComponent && !rules.code && !safeElements.has(name)) {
    faults.push(report(unsafeElement, { element: name }, place));
  }
  for (const attribute of attributes) {
    if (rules.code) continue;
    if (attribute.type === "mdxJsxExpressionAttribute") {
      faults.push(report(codeNotAllowed, { code: `{${brief(attribute.value)}}` }, place));
    } else if (attribute.value !== null && typeof attribute.value === "object") {
      faults.push(
        report(
          codeNotAllowed,
          { code: `${attribute.name}={${brief(attribute.value.value)}}` },
          place,
        ),
      );
    } else if (isComponent ? isDirective(attribute) : !safeAttributes.has(attribute.name)) {
      faults.push(
        report(unsafeAttribute, { attribute: attribute.name, element: name ?? "" }, place),
      );
    } else if (attribute.name === "href" && !isSafeLink(attribute.value ?? "")) {
      faults.push(
        report(unsafeLink, { kind: rules.kind ?? "note", url: attribute.value ?? "" }, place),
      );
    } else if (isComponent && attribute.name === "src" && isElsewhere(attribute.value ?? "")) {
      faults.push(
        report(unsafeLink, { kind: rules.kind ?? "note", url: attribute.value ?? "" }, place),
      );
    }
  }
  return faults;
}

/** Astro's directives, such as `set:html`, work on components too. */
function isDirective({ name }: { name: string }): boolean {
  return name.includes(":");
}

function isComment(expression: string): boolean {
  return /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/.test(expression);
}

function brief(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
