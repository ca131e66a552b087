import { closest } from "fastest-levenshtein";
import type { Nodes } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx";
import type { Message } from "../schemas/message.ts";
import { isElsewhere, isSafeLink, safeAttributes, safeElements } from "./safe-markup.ts";

/** What a note may contain. */
export interface NoteRules {
  /** Names of components that a note may use. */
  components: readonly string[];
  /** Whether it may contain code: imports, expressions and elements of any kind. */
  code: boolean;
  /** What messages call the text; a note by default. */
  kind?: "note" | "page";
}

type Fault = Omit<Message, "place">;

/** What makes a node of a note unsafe to show. Its children are not looked at. */
export function faultsOfNode(node: Nodes, rules: NoteRules): Fault[] {
  switch (node.type) {
    case "mdxjsEsm":
      return rules.code ? [] : [code("imports and exports")];
    case "mdxFlowExpression":
    case "mdxTextExpression":
      return rules.code || isComment(node.value) ? [] : [code(`{${brief(node.value)}}`)];
    case "mdxJsxFlowElement":
    case "mdxJsxTextElement":
      return faultsOfElement(node, rules);
    case "link":
    case "definition":
      return isSafeLink(node.url) ? [] : [unsafeLink(node.url)];
    default:
      return [];
  }
}

function faultsOfElement(
  { name, attributes }: MdxJsxFlowElement | MdxJsxTextElement,
  rules: NoteRules,
): Fault[] {
  const faults: Fault[] = [];
  const isComponent = name !== null && /^[A-Z]/.test(name);
  if (isComponent && !rules.components.includes(name) && !rules.code) {
    faults.push(unknownComponent(name, rules.components));
  }
  if (name !== null && !isComponent && !rules.code && !safeElements.has(name)) {
    faults.push(unsafeElement(name));
  }
  for (const attribute of attributes) {
    if (rules.code) continue;
    if (attribute.type === "mdxJsxExpressionAttribute") {
      faults.push(code(`{${brief(attribute.value)}}`));
    } else if (attribute.value !== null && typeof attribute.value === "object") {
      faults.push(code(`${attribute.name}={${brief(attribute.value.value)}}`));
    } else if (!isComponent && !safeAttributes.has(attribute.name)) {
      faults.push(unsafeAttribute(attribute.name, name ?? ""));
    } else if (attribute.name === "href" && !isSafeLink(attribute.value ?? "")) {
      faults.push(unsafeLink(attribute.value ?? ""));
    } else if (isComponent && attribute.name === "src" && isElsewhere(attribute.value ?? "")) {
      faults.push(unsafeLink(attribute.value ?? ""));
    }
  }
  return faults;
}

function isComment(expression: string): boolean {
  return /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/.test(expression);
}

function brief(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

const shownAsText = "so its source is shown as text";

function code(what: string): Fault {
  return {
    rule: "note-code",
    severity: "error",
    reason: `The note holds code (${what}), ${shownAsText}.`,
    hint: "For the sign itself write \\{. To let your notes run code, set notes: { code: true } in content/site.yaml.",
  };
}

function unknownComponent(name: string, known: readonly string[]): Fault {
  return {
    rule: "note-component",
    severity: "error",
    reason: `There is no component <${name}>, ${shownAsText}.`,
    hint: `Did you mean <${closest(name, known)}>? Notes may use: ${known.join(", ")}.`,
  };
}

function unsafeElement(name: string): Fault {
  return {
    rule: "note-element",
    severity: "error",
    reason: `A note may not hold <${name}>, which can run or load something; ${shownAsText.slice(3)}.`,
    hint: "Write it as Markdown, or take it out.",
  };
}

function unsafeAttribute(attribute: string, element: string): Fault {
  return {
    rule: "note-element",
    severity: "error",
    reason: `In a note, <${element}> may not have ${attribute}, which can run or load something; ${shownAsText.slice(3)}.`,
    hint: `Take ${attribute} out.`,
  };
}

function unsafeLink(url: string): Fault {
  return {
    rule: "note-link",
    severity: "error",
    reason: `A note may not lead to ${url}, ${shownAsText}.`,
    hint: "Links lead to the web (https:, http:), to mail (mailto:), or to this site.",
  };
}
