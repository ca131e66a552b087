import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed, parseRssFeed } from "feedsmith";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import { metaPolicy } from "../../src/astro/content-security-policy.ts";
import { atomFaults, rssFaults } from "./feed-faults.ts";
import { htmlFaults } from "./html-faults.ts";

/** What a built site at "/" has, by kind of file, besides texts and its own scripts and styles. */
export function siteFaults(folder: string): { pages: number; feeds: number; faults: string[] } {
  const files = (pattern: string) =>
    globSync(pattern, { cwd: folder }).map((path) => ({
      path,
      text: readFileSync(join(folder, path), "utf8"),
    }));
  const pages = files("**/*.html");
  const atom = files("**/feed.xml");
  const rss = files("**/feed.rss");
  const json = files("**/feed.json");
  const faultsIn = (all: typeof pages, look: (text: string) => string[]) =>
    all.flatMap(({ path, text }) => look(text).map((fault) => `${path}: ${fault}`));
  return {
    pages: pages.length,
    feeds: atom.length + rss.length + json.length,
    faults: [
      ...faultsIn(pages, (html) => pageFaults(fromHtml(html), folder)),
      ...faultsIn(atom, (xml) => [...atomFaults(xml), ...atomLeaks(xml)]),
      ...faultsIn(rss, (xml) => [...rssFaults(xml), ...rssLeaks(xml)]),
      ...faultsIn(json, jsonFeedFaults),
      ...faultsIn(files("_redirects"), redirectFaults),
      ...faultsIn(files("**/*.{json,webmanifest}"), jsonFaults),
    ],
  };
}

/** What a page has that may run, load something or lead elsewhere, as a browser parses it. */
function pageFaults(root: Root, folder: string): string[] {
  const faults: string[] = [];
  const elements: Element[] = [];
  visit(root, "element", (element) => {
    elements.push(element);
    faults.push(...elementFaults(element, folder));
  });
  const policy = elements.find(({ properties }) => isPolicy(properties));
  const head = elements.find(({ tagName }) => tagName === "head");
  const isEarly = policy !== undefined && head?.children.filter(isElement).indexOf(policy) === 1;
  const content = String(policy?.properties["content"]);
  const isOurs = [false, true].some(
    (styleAttributes) => content === metaPolicy({ styleAttributes }),
  );
  return [...faults, ...(isEarly && isOurs ? [] : [`policy ${content}`])];
}

function isElement(node: { type: string }): boolean {
  return node.type === "element";
}

function isPolicy(properties: Element["properties"]): boolean {
  return String(properties["httpEquiv"]) === "Content-Security-Policy";
}

const forbidden = /^(?:iframe|object|embed|base|style|video|audio|applet|frame|portal|plaintext)$/;

function elementFaults(element: Element, folder: string): string[] {
  const { tagName, properties } = element;
  // The page of a former address leads to the paper.
  const leads = /^0; url=\/[\w./-]+$/.test(String(properties["content"]));
  const orders = "httpEquiv" in properties && !leads && !isPolicy(properties);
  return [
    ...(orders || forbidden.test(tagName) ? [`<${tagName}>`] : []),
    ...(tagName === "script" ? scriptFaults(element) : []),
    ...Object.entries(properties).flatMap(([name, value]) => {
      if (/^on/i.test(name) || name === "srcDoc") return [name];
      if (name === "style")
        return /url\(|expression|@import/i.test(String(value)) ? [`style=${value}`] : [];
      if (/^(?:src|srcSet|poster|data|action|formAction)$/.test(name) || isLoad(element, name)) {
        return isOwnFile(folder, String(value)) ? [] : [`${name}=${value}`];
      }
      if (!/href$/i.test(name)) return [];
      // What a reader downloads is in the address of a link.
      return /^(?:[/#.]|https?:|mailto:|data:(?:application|text\/plain))/.test(String(value))
        ? []
        : [`${name}=${value}`];
    }),
  ];
}

/** What names something of the page for programs; browsers do not load it. */
const namesOnly = /^(?:canonical|cite-as|describedby|item|type)$/;

/** Whether a link loads something, instead of naming it. */
function isLoad({ tagName, properties }: Element, name: string): boolean {
  return tagName === "link" && name === "href" && !namesOnly.test(String(properties["rel"]));
}

function isOwnFile(folder: string, address: string): boolean {
  if (!/^\/(?!\/)/.test(address)) return false;
  const path = join(folder, decodeURI(address.replace(/[?#].*$/, "")));
  return existsSync(path);
}

function scriptFaults({ properties, children }: Element): string[] {
  if (properties["type"] === "application/ld+json") return dataFaults(properties, children);
  const source = String(properties["src"]);
  const isOwn = /^\/_astro\/[\w.-]+\.js$/.test(source);
  // The script that runs before the first paint is no module, because modules wait for the page.
  const { type } = properties;
  const isKnown = type === "module" || (type === undefined && /\/set-early-/.test(source));
  return isOwn && isKnown && children.length === 0 ? [] : ["<script>"];
}

/** Data for programs, which does not run; as JSON, nothing in it may end its element or begin another. */
function dataFaults(properties: Element["properties"], children: Element["children"]): string[] {
  const text = children.map((child) => (child.type === "text" ? child.value : "<")).join("");
  return Object.keys(properties).length > 1 || text.includes("<")
    ? ["<script> with data"]
    : jsonFaults(text);
}

function rssLeaks(xml: string): string[] {
  const { items = [], link } = parseRssFeed(xml);
  return [
    ...ownFaults(link),
    ...items.flatMap((item) => [...ownFaults(item.link), ...htmlFaults(item.description ?? "")]),
  ];
}

function atomLeaks(xml: string): string[] {
  const { entries = [], links = [] } = parseAtomFeed(xml);
  return [
    ...[...links, ...entries.flatMap((entry) => entry.links ?? [])].flatMap(({ href }) =>
      ownFaults(href),
    ),
    ...entries.flatMap(({ content }) => htmlFaults(content?.value ?? "")),
  ];
}

function jsonFeedFaults(text: string): string[] {
  const { items }: { items: { url?: string; content_html?: string }[] } = JSON.parse(text);
  return items.flatMap(({ url, content_html }) => [
    ...ownFaults(url),
    ...htmlFaults(content_html ?? ""),
  ]);
}

/** A text may have ended its string. */
function jsonFaults(text: string): string[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [String(error)];
  }
}

function ownFaults(address = ""): string[] {
  return address.startsWith("https://papers.example/") ? [] : [`link to ${address}`];
}

function redirectFaults(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => line !== "" && !/^\/[\w./~%-]+ \/[\w./~%-]* 30[12]$/.test(line));
}
