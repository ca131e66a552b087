/** What a language model learns about the archive. */
export interface LlmsFacts {
  title: string;
  description: string;
  papers: number;
  /** The file with all papers, and that of its schema. */
  data: { papers: string; schema: string };
  /** The Markdown of one paper, where papers have it. */
  example: string | undefined;
  lists: readonly { name: string; address: string }[];
  topics: readonly { name: string; address: string; papers: number }[];
}

/** The archive for language models, in the form of https://llmstxt.org. It is in English, as their tools are. */
export function llmsText(facts: LlmsFacts): string {
  const { title, description, papers, data, example, lists, topics } = facts;
  return [
    `# ${inLine(title)}`,
    `> ${inLine(description)}`,
    `An archive of ${papers} papers: titles, authors, abstracts, dates, topics and links.${
      example === undefined
        ? ""
        : ` Each paper's page has its text as Markdown beside it, in \`paper.md\`, such as ${example}`
    }`,
    `## Data\n\n- [All papers](${data.papers}): a paper a line, as JSON${data.papers.endsWith(".gz") ? ", compressed by gzip" : ""}\n- [JSON Schema of a line](${data.schema})`,
    `## Lists\n\n${lists.map(link).join("\n")}`,
    ...(topics.length > 0
      ? [`## Topics\n\n${topics.map((one) => `${link(one)}: ${one.papers} papers`).join("\n")}`]
      : []),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

function link({ name, address }: { name: string; address: string }): string {
  return `- [${inLine(name)}](${address})`;
}

function inLine(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[[\]<>]/g, "\\$&")
    .trim();
}
