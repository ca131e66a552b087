import { pagesRead, readBefore } from "./visited-pages-cache.ts";

const most = 60;

/** Shows the pages that were read on this device, as links with their titles; tells how many. */
export async function listPagesRead(root: URL): Promise<number> {
  const section = document.querySelector<HTMLElement>("#offline-read");
  const list = document.querySelector<HTMLElement>("#offline-pages");
  if (!section || !list) return 0;
  const paths = await pagesRead(root).catch(() => []);
  const shown = paths.filter((path) => !path.startsWith("offline/")).slice(0, most);
  const items = await Promise.all(shown.map((path) => itemFor(root, path)));
  list.replaceChildren(...items);
  section.hidden = items.length === 0;
  return items.length;
}

async function itemFor(root: URL, path: string): Promise<HTMLLIElement> {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(path.split("/").map(encodeURIComponent).join("/"), root).href;
  link.textContent = (await titleOf(root, path)) ?? path;
  item.append(link);
  return item;
}

/** A page's own title, without the archive's name behind it. */
async function titleOf(root: URL, path: string): Promise<string | undefined> {
  const text = await (await readBefore(root, path))?.text();
  if (text === undefined) return undefined;
  const { title } = new DOMParser().parseFromString(text, "text/html");
  const end = title.lastIndexOf(" · ");
  return (end > 0 ? title.slice(0, end) : title) || undefined;
}
