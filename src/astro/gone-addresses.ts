import { doiAddress } from "../archive/citations/citation.ts";
import type { GonePaper } from "../archive/published-papers.ts";
import { gonePage } from "../i18n/strings.ts";
import { ownPages } from "./own-pages.ts";
import { former, gonePages } from "./redirects.ts";
import { to } from "./settings.ts";

/** What was at an address that has neither a page nor a redirect now. */
export interface GoneAddress {
  address: string;
  title: string;
  /** What became of it, as a sentence. */
  status: string;
  /** Where it, or the like of it, can be found, with the words before these links. */
  label: string;
  links: { name: string; href: string }[];
}

/** The addresses of papers and of the owner's pages that are gone. */
export async function goneAddresses(): Promise<GoneAddress[]> {
  const { gone } = await former();
  const links = ownPages().map(({ path, title }) => ({ name: title, href: to.ownPage(path) }));
  const pages = (await gonePages()).map(({ address, title }) => ({
    address: to.ownPage(address),
    title,
    status: gonePage.page,
    label: gonePage.pages,
    links,
  }));
  return [...gone.map(ofPaper), ...pages];
}

function ofPaper({ id, title, isRemoved, arxiv, doi }: GonePaper): GoneAddress {
  const onArxiv = { name: `arXiv:${arxiv}`, href: `https://arxiv.org/abs/${arxiv}` };
  return {
    address: to.paper(id),
    title: title || gonePage.untitled,
    status: isRemoved ? gonePage.removed : gonePage.gone,
    label: gonePage.elsewhere,
    links: [
      ...(arxiv === undefined ? [] : [onArxiv]),
      ...(doi === undefined ? [] : [{ name: `doi:${doi}`, href: doiAddress(doi) }]),
    ],
  };
}
