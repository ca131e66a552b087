import { citationFiles, markdown, pagesOfLists } from "./site.mjs";

/** The pages of papers are Markdown files; those of lists, and citations, are made by pagination. */
export default function configure(config) {
  const md = markdown();
  config.setLibrary("md", md);
  config.addGlobalData("md", () => md);
  config.setQuietMode(true);
  const papers = (api) =>
    api.getFilteredByTag("papers").map((item) => ({
      paper: item.data.paper,
      // Rendered when a page shows it, after the papers themselves.
      get abstract() {
        return item.content;
      },
    }));
  config.addCollection("lists", (api) => pagesOfLists(papers(api)));
  config.addCollection("citations", (api) => {
    const found = papers(api);
    const [first] = api.getFilteredByTag("papers");
    return citationFiles(found, first?.data.kinds ?? { papers: [], lists: [] });
  });
  return { markdownTemplateEngine: false };
}
