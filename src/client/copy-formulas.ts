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
  const holder = document.createElement("div");
  holder.append(range.cloneContents());
  const formulas = holder.querySelectorAll(anyFormula);
  if (formulas.length === 0) return;
  for (const formula of formulas) formula.replaceWith(latexOf(formula));
  clipboardData.setData("text/plain", textOf(holder).trim());
  clipboardData.setData("text/html", holder.innerHTML);
  event.preventDefault();
});

/** A formula of KaTeX, or one in a search result, which is MathML alone. */
const anyFormula = ".katex-display, :not(.katex-display) > .katex, math[aria-label]";

function formulaAround(node: Node): Element | null | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest(".katex-display") ?? element?.closest(`.katex, math[aria-label]`);
}

function latexOf(formula: Element): string {
  const source =
    formula.querySelector("annotation")?.textContent ?? formula.getAttribute("aria-label") ?? "";
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
