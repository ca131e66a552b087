import type { AddressLine } from "../../schemas/address.ts";
import { defined } from "../../schemas/defined.ts";
import type { PaperRecords } from "./group-papers.ts";
import type { Ledger } from "./read-ledger.ts";

/**
 * The ledger's new text: all its lines, and lines for new addresses and facts, sorted. Lines are only
 * ever added, so that branches can be merged without conflict.
 */
export function extendLedger(ledger: Ledger, papers: readonly PaperRecords[]): string {
  const added = papers
    .flatMap((paper) => linesOf(paper, ledger))
    .map((line) => JSON.stringify(line));
  const texts = [...new Set([...ledger.texts, ...added])].sort();
  return texts.map((line) => `${line}\n`).join("");
}

function linesOf({ id, aliases, titleText, records }: PaperRecords, ledger: Ledger): AddressLine[] {
  const former = [id, ...aliases].flatMap((name) => ledger.byAddress.get(name) ?? [])[0];
  const paper = former?.paper ?? id;
  const arxiv = records.find(({ ids }) => ids.arxiv)?.ids.arxiv;
  const doi = records.find(({ ids }) => ids.doi)?.ids.doi;
  const base = { kind: "paper", address: id, paper, ...defined({ arxiv, doi }) } as const;
  const keyed = records.flatMap(({ citationKey: key, source: { file } }) =>
    key ? [{ key, file }] : [],
  );
  const ofId = (keyed.length > 0 ? keyed : [{}]).map((from) => ({
    ...base,
    ...from,
    title: titleText,
  }));
  // A former address needs its facts only once.
  const ofAliases = aliases
    .filter((alias) => !ledger.byAddress.has(alias) || ledger.byAddress.get(alias) !== former)
    .map((address) => ({ kind: "paper", address, paper, title: titleText }) as const);
  return [...ofId, ...ofAliases];
}
