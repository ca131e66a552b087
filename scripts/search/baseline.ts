import MiniSearch from "minisearch";
import type { SearchSource } from "../../src/search/index/record.ts";
import type { TestQuery } from "./evaluation-queries.ts";
import type { Found } from "./measures.ts";

/** The results of plain BM25 with boosted titles, from a search library. */
export function bm25Baseline(
  sources: readonly SearchSource[],
  queries: readonly TestQuery[],
): Found[] {
  const index = new MiniSearch({
    fields: ["title", "abstract", "authors", "published"],
    idField: "id",
  });
  index.addAll(
    sources.map(({ paper, title, abstract }) => ({
      id: String(paper.id),
      title,
      abstract,
      authors: paper.authors.map(({ name }) => name).join(" "),
      published: paper.published ?? "",
    })),
  );
  return queries.map((query) => ({
    query,
    ids: index.search(query.query, { boost: { title: 2 } }).map(({ id }) => String(id)),
  }));
}
