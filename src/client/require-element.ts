/** The element that a page's HTML promises. Throws where it is missing, which is a bug in the page. */
export function requireElement<T extends HTMLElement>(
  root: ParentNode,
  selector: string,
  kind: new () => T,
): T {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`This page has no ${selector}.`);
}
