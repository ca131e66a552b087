import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, visit } from "yaml";
import { defined } from "../../schemas/defined.ts";
import { describeIssue } from "../../schemas/describe-issue.ts";
import { flatMapStaged, type Message, type Place, type Staged } from "../../schemas/message.ts";
import { faultOfYaml } from "../../schemas/parse-yaml.ts";
import { listedPaper as item } from "../../schemas/reading-list.ts";
import {
  invalidListField,
  invalidYaml,
  noTitle,
  report,
  tooLarge,
  unknownListKey,
  unknownTag,
} from "../../schemas/rules.ts";
import { parseShallow } from "../../schemas/yaml-depth.ts";
import { realDay } from "../../text/dates.ts";
import { sourceLinks } from "../../text/links.ts";
import { nameInText, withoutOthers } from "../../text/person-names.ts";
import { publicationIn } from "../../text/publication-date.ts";
import type { RawPaper } from "../raw-paper.ts";
import type { Reader } from "./reader.ts";
import {
  isReadingList,
  keysBesidePapers,
  longestList,
  withLineFeeds,
  yamlItems,
} from "./recognise-yaml.ts";
import { referencePaper } from "./reference.ts";
import { idMessages } from "./reference-ids.ts";
import { atMost, unreadDates } from "./reports.ts";
import { salvageItems } from "./salvage-yaml.ts";

const format = "reading-list-yaml";

/** Papers written by hand in YAML: one, or a list of them, also under `papers:`. */
export const readingListYaml: Reader = {
  format,
  recognises: ({ text }) => isReadingList(text),
  read: ({ path: file, text }) => {
    if (text.length > longestList) {
      const params = { what: "This reading list", limit: `${longestList / 1_000_000} MB` };
      return { value: [], messages: [report(tooLarge, params, { file })] };
    }
    const { value, messages } = salvageItems(file, withLineFeeds(text), readYaml);
    return { value, messages: atMost(file, messages) };
  },
};

function readYaml(file: string, text: string): Staged<RawPaper[]> {
  const lines = new LineCounter();
  // All values are read as strings: as a number, the arXiv id 2510.01170 would lose its zero.
  const options = {
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
  } as const;
  let document: Document.Parsed;
  try {
    document = parseShallow(text, options);
  } catch {
    const reason = "It is nested too deeply.";
    return { value: [], messages: [report(invalidYaml, { reason }, { file, line: 1 })] };
  }
  const broken = document.errors.map(({ message, pos }) =>
    report(invalidYaml, { reason: message }, { file, line: lines.linePos(pos[0]).line }),
  );
  const ignored = [
    ...document.warnings.map(({ message, pos }) =>
      report(
        unknownTag,
        { reason: message.replace(/\.$/, "") },
        { file, line: lines.linePos(pos[0]).line },
      ),
    ),
    ...keysBesidePapers(document.contents).map(({ key, offset }) =>
      report(unknownListKey, { key }, { file, line: lines.linePos(offset).line }),
    ),
  ];
  const lineOf = (node: Node | undefined) => lines.linePos(node?.range?.[0] ?? 0).line;
  const { value, messages } = flatMapStaged(yamlItems(document.contents), (node) => {
    const { record, fault } = recordOf(node, document);
    const place = { file, line: lineOf(node) };
    if (fault) return { value: [], messages: [fault(place)] };
    if (typeof record === "string") {
      return { value: [], messages: [report(noTitle, { record: "This item" }, place)] };
    }
    return readItem(file, record, (path) => lineOf(nodeAt(node, path)));
  });
  return { value, messages: [...broken, ...ignored, ...messages] };
}

/** A record's value, or its fault: a name that nothing has, or too many of them. */
function recordOf(
  node: Node,
  document: Document.Parsed,
): { record?: unknown; fault?: (place: Place) => Message } {
  try {
    // Without a schema, the values that mean "nothing" would be words.
    visit(node, { Pair: (_, { value }) => (isNothing(value) ? visit.REMOVE : undefined) });
    return { record: node.toJS(document) };
  } catch (error) {
    return { fault: (place) => faultOfYaml(error, place) };
  }
}

function isNothing(value: unknown): boolean {
  return isScalar(value) && value.type === "PLAIN" && /^(?:~|null)$/.test(String(value.value));
}

/** The YAML node of a value, or the nearest one around it. */
function nodeAt(node: Node, path: readonly PropertyKey[]): Node {
  const [key, ...rest] = path;
  if (key === undefined || !(isMap(node) || isSeq(node))) return node;
  const inner: unknown = node.get(key, true);
  return typeof inner === "object" && inner !== null && "range" in inner
    ? nodeAt(inner as Node, rest)
    : node;
}

function readItem(
  file: string,
  record: unknown,
  lineAt: (path: readonly PropertyKey[]) => number,
): Staged<RawPaper[]> {
  const line = lineAt([]);
  const parsed = item.safeParse(record);
  const faults = (parsed.error?.issues ?? []).flatMap((issue) =>
    describeIssue(issue, record, item),
  );
  const messages = faults.map(({ path, ...fault }) =>
    report(invalidListField, fault, { file, line: lineAt(path) }),
  );
  const wrong = new Set(faults.map(({ path }) => path[0]));
  const sound = parsed.success ? parsed : item.safeParse(withoutKeys(record, wrong));
  const { title = "", published, listed, keywords, authors = [], ...facts } = sound.data ?? {};
  const given = {
    title,
    eprint: facts.arxiv,
    eprintType: facts.arxiv === undefined ? undefined : "arXiv",
    doi: facts.doi,
  };
  const { names, cut } = withoutOthers(authors);
  const dated = publicationIn([{ text: published ?? "" }]);
  const ofIds = idMessages(given, { file, line: lineAt([facts.arxiv ? "arxiv" : "doi"]) });
  const paper = referencePaper(
    {
      ...given,
      abstract: facts.abstract,
      authors: names.map((name) => ({ name: nameInText(name) })),
      authorsCut: cut,
      date: dated.date,
      urls: [facts.url],
      annotation: facts.annotation,
      work: { note: facts.note },
      ...defined({ venue: facts.venue, keywords }),
    },
    { format, file, line },
  );
  if (title.trim() === "" && !paper.ids.arxiv && !paper.ids.doi) {
    const untitled = report(noTitle, { record: "This paper" }, { file, line });
    return { value: [], messages: [...messages, ...ofIds, untitled] };
  }
  const day = realDay(listed);
  const links = [
    ...sourceLinks("code", facts.code),
    ...sourceLinks("project", facts.project),
    ...sourceLinks("data", facts.data),
    ...paper.links,
  ];
  const value = [{ ...paper, links, ...defined({ listed: day }) }];
  const ofDate = unreadDates(title, dated, { file, line: lineAt(["published"]) });
  return { value, messages: [...messages, ...ofIds, ...ofDate] };
}

function withoutKeys(record: unknown, keys: Set<PropertyKey | undefined>): unknown {
  if (typeof record !== "object" || record === null) return {};
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.has(key)));
}
