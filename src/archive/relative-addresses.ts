import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";

/**
 * The address of a file or page of the site, relative to another page, for a site that opens from a
 * folder. The page of a folder is named in full, because no server looks it up there.
 */
export function relativeAddress(target: string, page: string): string {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(target) ?? [];
  const file = path.endsWith("/") ? `${path}index.html` : path;
  const to = file.replace(/^\/+/, "").split("/");
  const from = page.replace(/^\/+/, "").split("/").slice(0, -1);
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  const way = [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
  // The first part of a path must not read as a scheme.
  return `${/^[^/]*:/.test(way) ? "./" : ""}${way}${rest}`;
}

const addresses = new Set(["href", "src", "action", "formAction", "poster"]);
// These work only with a server: a service worker, an app manifest, a preloaded font.
const droppedLinks = new Set(["manifest", "preload", "modulepreload"]);

/**
 * Makes all addresses within the site relative to the page's own path. The site is built under "/".
 * Everything else stays the same, byte for byte.
 */
export function withRelativeAddresses(html: string, page: string): string {
  const edits: { start: number; end: number; text: string }[] = [];
  const visit = (node: Nodes) => {
    if (node.type === "element") edits.push(...editsOf(node, page));
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(fromHtml(html, { verbose: true }));
  edits.sort((a, b) => a.start - b.start);
  let at = 0;
  const parts = edits.flatMap(({ start, end, text }) => {
    const before = html.slice(at, start);
    at = end;
    return [before, text];
  });
  return [...parts, html.slice(at)].join("");
}

function editsOf(element: Element, page: string) {
  const { tagName, properties } = element;
  const whole = rangeOf(element.position);
  const kinds = Array.isArray(properties["rel"]) ? properties["rel"] : [];
  if (tagName === "link" && whole && kinds.some((kind) => droppedLinks.has(String(kind)))) {
    return [{ ...whole, text: "" }];
  }
  return Object.entries(properties).flatMap(([name, value]) => {
    const range = rangeOf(element.data?.position?.properties?.[name]);
    const given = String(value);
    const mended = addresses.has(name)
      ? relativeIfInside(given, page)
      : name === "content" && tagName === "meta" && properties["httpEquiv"] !== undefined
        ? given.replace(/(?<=;\s*url=)\S+/i, (target) => relativeIfInside(target, page))
        : given;
    if (!range || mended === given) return [];
    const attribute = name === "formAction" ? "formaction" : name;
    return [{ ...range, text: `${attribute}="${escaped(mended)}"` }];
  });
}

function relativeIfInside(target: string, page: string): string {
  return /^\/(?!\/)/.test(target) ? relativeAddress(target, page) : target;
}

function rangeOf(position: Element["position"]): { start: number; end: number } | undefined {
  const { start, end } = position ?? {};
  return start?.offset === undefined || end?.offset === undefined
    ? undefined
    : { start: start.offset, end: end.offset };
}

function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
