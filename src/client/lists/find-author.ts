import { pageOfAuthor } from "../../archive/shared-author-pages.ts";
import { addresses } from "../library/ui/addresses.ts";

/**
 * The script of a page that many authors share. Authors move to another one when the archive has grown, and from there to a
 * search if it has grown so far that only a search lists their papers. Links from elsewhere keep leading to them.
 */
const list = document.querySelector<HTMLElement>("[data-pages-of-authors]");
const find = () => {
  const key = keyIn(location.hash);
  if (!list || key === "" || document.getElementById(key)) return;
  const page = pageOfAuthor(Number(list.dataset["pagesOfAuthors"]), key);
  const isHere = page === Number(list.dataset["page"]);
  const address = isHere
    ? addresses.authorSearch(key.replaceAll("-", " "))
    : addresses.authorOfFew(page, key);
  location.replace(address);
};
addEventListener("hashchange", find);
find();

function keyIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
