/**
 * Copies formulas as LaTeX. Without this, a browser copies the MathML and the HTML of each, "φ φ". KaTeX's
 * own extension does the same, but sets HTML from strings, which our pages' policy forbids.
 */
document.addEventListener("copy", (event) => {
  const selection = getSelection();
  const { clipboardData } = event;
  if (event.defaultPrevented || !clipboardData || !selection || selection.isCollapsed) return;
  const { target } = event;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
  const range = selection.getRangeAt(0).cloneRange();
  const [first, last] = [formulaAround(range.startContainer), formulaAround(range.endContainer)];
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  const found = { formulas: 0 };
  const holder = document.createElement("div");
  const within = range.commonAncestorContainer;
  for (const node of within instanceof Text ? [within] : within.childNodes) {
    holder.append(...copyOf(node, range, found));
  }
  if (found.formulas === 0) return;
  clipboardData.setData("text/plain", textOf(holder).trim());
  clipboardData.setData("text/html", holder.innerHTML);
  event.preventDefault();
});

/** What is selected of a node, without what the page does not show, such as closed windows. */
function copyOf(node: Node, range: Range, found: { formulas: number }): Node[] {
  if (!range.intersectsNode(node)) return [];
  if (node instanceof Text) {
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : node.length;
    return [document.createTextNode(node.data.slice(start, end))];
  }
  if (!(node instanceof Element) || isHidden(node)) return [];
  if (node.matches(anyFormula)) {
    found.formulas += 1;
    return [document.createTextNode(latexOf(node))];
  }
  const copy = node.cloneNode(false);
  for (const child of node.childNodes) {
    for (const part of copyOf(child, range, found)) copy.appendChild(part);
  }
  return [copy];
}

function isHidden(element: Element): boolean {
  const isClosed = element.parentElement?.matches("details:not([open])") ?? false;
  return (
    (isClosed && element.tagName !== "SUMMARY") || getComputedStyle(element).display === "none"
  );
}

/** A formula of KaTeX, one that KaTeX refused, or one in a search result, which is MathML alone. */
const anyFormula =
  ".katex-display, :not(.katex-display) > .katex, math[aria-label], .formula-source";

function formulaAround(node: Node): Element | null | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest(".katex-display") ?? element?.closest(`.katex, math[aria-label]`);
}

function latexOf(formula: Element): string {
  const source =
    formula.querySelector("annotation")?.textContent ??
    formula.getAttribute("aria-label") ??
    formula.textContent;
  const dollars = formula.matches(".katex-display") ? "$$" : "$";
  return dollars + source + dollars;
}

const blocks =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|DD|DIV|DL|DT|FIGURE|FOOTER|H[1-6]|HEADER|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TR|UL)$/;

/** How many line breaks are before and after an element's text. */
function linesAround(tagName: string): number {
  if (/^(?:P|H[1-6])$/.test(tagName)) return 2;
  return tagName === "BR" || blocks.test(tagName) ? 1 : 0;
}

/** The words of an element as a browser copies them: paragraphs apart, other space as one blank. */
function textOf(element: Element): string {
  let text = "";
  const separate = (lines: number): void => {
    if (lines === 0 || text.endsWith("\n".repeat(lines))) return;
    text = text.trimEnd();
    if (text !== "") text += "\n".repeat(lines);
  };
  const add = (node: Node): void => {
    if (node instanceof Text) {
      const words = node.data.replace(/\s+/g, " ");
      text += /\s$/.test(text) || text === "" ? words.trimStart() : words;
    }
    if (!(node instanceof Element)) return;
    const lines = linesAround(node.tagName);
    separate(lines);
    node.childNodes.forEach(add);
    separate(lines);
  };
  element.childNodes.forEach(add);
  return text;
}
