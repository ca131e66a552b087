/**
 * Takes the rows of a list's other pages into this one: into the section of the same heading, or with their
 * section. Returns false if a page cannot be loaded, or has formulas for which this page has no styles.
 */
export async function takeOtherPages(addresses: readonly string[]): Promise<boolean> {
  const pages = await Promise.all(addresses.map(loadPage));
  if (pages.some((page) => page === undefined || !fitsHere(page))) return false;
  for (const page of pages) {
    for (const section of page?.querySelectorAll("section:has(> .papers)") ?? []) takeRows(section);
  }
  return true;
}

/** A page as a document whose scripts do not run. The page's policy allows no other way to read HTML. */
function loadPage(address: string): Promise<Document | undefined> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.addEventListener("loadend", () =>
      done(request.status === 200 ? (request.responseXML ?? undefined) : undefined),
    );
    request.open("GET", address);
    request.send();
  });
}

function fitsHere(page: Document): boolean {
  const isKnown = (link: Element) =>
    document.querySelector(`link[href="${CSS.escape(link.getAttribute("href") ?? "")}"]`) !== null;
  return [...page.querySelectorAll("link[rel=stylesheet][href*=katex]")].every(isKnown);
}

function takeRows(section: Element): void {
  const name = section.getAttribute("aria-labelledby") ?? "";
  const rows = [...section.querySelectorAll(".papers > li")];
  const same = document.querySelector(`section[aria-labelledby="${CSS.escape(name)}"] > .papers`);
  if (same) same.append(...rows);
  else [...document.querySelectorAll("section:has(> .papers)")].at(-1)?.after(section);
}
