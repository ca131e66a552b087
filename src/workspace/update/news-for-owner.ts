/** What a newer changelog says that an older one does not: each heading with its new items. */
export function newsForOwner(
  before: string,
  after: string,
): { heading: string; items: string[] }[] {
  const known = new Set(itemsOf(before).map(({ text }) => text));
  const news: { heading: string; items: string[] }[] = [];
  for (const { heading, text } of itemsOf(after)) {
    if (known.has(text)) continue;
    const last = news.at(-1);
    if (last?.heading === heading) last.items.push(text);
    else news.push({ heading, items: [text] });
  }
  return news;
}

/** The items of a changelog, each in one line, with the headings above it. */
function itemsOf(changelog: string): { heading: string; text: string }[] {
  const items: { heading: string; text: string }[] = [];
  let version = "";
  let kind = "";
  for (const line of changelog.split(/\r?\n/)) {
    const [, signs, title = ""] = /^(#{2,3}) +(.*)$/.exec(line) ?? [];
    if (signs === "##") version = title;
    else if (signs === "###") kind = title;
    else if (/^- /.test(line)) items.push({ heading: `${version}, ${kind}`, text: line.slice(2) });
    else if (/^ {2}\S/.test(line)) {
      const last = items.at(-1);
      if (last) last.text += ` ${line.trim()}`;
    }
  }
  return items;
}
