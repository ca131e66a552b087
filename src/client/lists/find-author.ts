import { pageOfAuthor } from "../../archive/shared-author-pages.ts";

/**
 * The script of a page that many authors share. Authors move to another one when the archive has grown, and from there to a
 * search if it has grown so far that only a search lists their papers. Links from elsewhere keep leading to them.
 */
const list = document.querySelector<HTMLElement>("[data-pages-of-authors]");
const find = () => {
  const key = keyIn(location.hash);
  if (!list || key === "" || document.getElementById(key)) return;
  const page = pageOfAuthor(Number(list.dataset["pagesOfAuthors"]), key);
  const { page: here, search = "" } = list.dataset;
  const name = encodeURIComponent(`author:"${nameIn(key)}"`);
  location.replace(page === Number(here) ? `${search}?q=${name}` : `../part-${page}/#${key}`);
};
addEventListener("hashchange", find);
find();

/** The words of a key. Ids of namesakes and hashes are no part of a name. */
function nameIn(key: string): string {
  const words = key.split("-").filter((word) => !/\d/.test(word));
  return words.join(" ") || key;
}

function keyIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
