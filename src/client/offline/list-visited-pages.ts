import { element } from "../element.ts";
import { unescaped } from "../unescaped.ts";
import { findVisited, visitedPages } from "./visited-pages-cache.ts";

const most = 60;

/** Lists the pages visited on this device, as links with their titles. */
export async function listVisitedPages(root: URL): Promise<void> {
  const section = document.querySelector<HTMLElement>("#offline-read");
  const list = document.querySelector<HTMLElement>("#offline-pages");
  if (!section || !list) return;
  const paths = await visitedPages(root).catch(() => []);
  const shown = paths.filter((path) => !path.startsWith("offline/")).slice(0, most);
  const items = await Promise.all(shown.map((path) => itemFor(root, path)));
  list.replaceChildren(...items);
  section.hidden = items.length === 0;
}

async function itemFor(root: URL, path: string): Promise<HTMLElement> {
  const { href } = new URL(path.split("/").map(encodeURIComponent).join("/"), root);
  return element("li", {}, element("a", { href }, (await titleOf(root, path)) ?? path));
}

/** A page's own title, without the archive's name at its end. */
async function titleOf(root: URL, path: string): Promise<string | undefined> {
  const text = await (await findVisited(root, path))?.text();
  if (text === undefined) return undefined;
  const title = unescaped(/<title>([^<]*)/.exec(text)?.[1] ?? "");
  const end = title.lastIndexOf(" · ");
  return (end > 0 ? title.slice(0, end) : title) || undefined;
}
