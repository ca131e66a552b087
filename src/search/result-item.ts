import { excerptPieces } from "./excerpt.ts";
import type { Hit } from "./pagefind-client.ts";

/** A result as an item of the list, shaped like the lists of the other pages. Text only. */
export function resultItem({ url, excerpt, meta }: Hit, dayOf: (key: string) => string): Element {
  const { title = url, published, topics, organization } = meta;
  const link = element("a", { href: url }, title);
  const standfirst = element("p", { class: "standfirst" });
  for (const { text, matched } of excerptPieces(excerpt)) {
    standfirst.append(matched ? element("mark", {}, text) : text);
  }
  const facts = element("p", { class: "facts-line" });
  for (const fact of [organization, topics]) if (fact) facts.append(element("span", {}, fact));
  const date = element("p", { class: "date" });
  date.append(
    published
      ? element("time", { datetime: published }, dayOf(published))
      : element("span", {}, "Undated"),
  );
  const heading = element("h2");
  heading.append(link);
  const article = element("article", { class: "entry" });
  article.append(heading, standfirst, facts);
  const item = element("li");
  item.append(date, article);
  return item;
}

function element(name: string, attributes: Record<string, string> = {}, text = ""): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(text);
  return made;
}
