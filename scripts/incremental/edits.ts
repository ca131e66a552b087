import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Chance } from "../reliability/chance.ts";

/** What an owner, a source or an update changed in an archive. */
export interface Edit {
  name: string;
  apply: (root: string) => void;
}

const subjects = ["bandits", "graphs", "transformers", "diffusion", "proofs", "speech", "robots"];
/** A red and a blue square, as PNG in Base64. */
const squares = [
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mP4z8CAFTEMLQkAKP8/wc53yE8AAAAASUVORK5CYII=",
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEElEQVR42mNgYPiPAw0pCQCpcD/B/MtF/AAAAABJRU5ErkJggg==",
];
const manners = ["Learning", "Pruning", "Aligning", "Sampling", "Verifying"];

/** One of the edits that a build of an archive must notice, by chance. */
export function randomEdit(root: string, chance: Chance): Edit {
  const all = Object.entries(edits(root, chance));
  // With code of the owner's, all pages are made in every build, so it does not stay for long.
  const hasCode = existsSync(join(root, "content/overrides/Colophon.astro"));
  const kinds =
    hasCode && chance.below(2) === 0 ? all.filter(([name]) => /override/.test(name)) : all;
  const [name, apply] = chance.of(kinds);
  return { name, apply };
}

/** The text of an archive that the edits begin with, by path. */
export function firstFiles(chance: Chance): Record<string, string> {
  return {
    "seeds/a-2025-11-13.txt": [1, 2, 3].map(() => paperText(chance)).join(""),
    "seeds/b-2025-11-14.txt": [1, 2].map(() => paperText(chance)).join(""),
    "seeds/c.bib": [2019, 2020, 2021, 2023].map((year) => reference(chance, year)).join(""),
  };
}

function reference(chance: Chance, year: number): string {
  const title = `${chance.of(manners)} ${chance.of(subjects)} from ${chance.of(subjects)} ${year}`;
  const abstract = `Of $y_${chance.below(9)}$ in ${chance.of(subjects)} and of ${chance.of(manners)}.`;
  return `@article{k${year},\n  title = {${title}},\n  author = {Bee, Ada and Cee, Bob},\n  year = {${year}},\n  abstract = {${abstract}}\n}\n`;
}

function paperText(chance: Chance): string {
  const title = `${chance.of(manners)} ${chance.of(subjects)} ${chance.below(1000)}`;
  const abstract = `We study ${chance.of(subjects)} with $x_${chance.below(9)}$ and ${chance.of(subjects)} for a while.`;
  return `${title}\n\n${abstract}\n\n  • 2 authors\n\n·\n\nOct ${1 + chance.below(28)}, 2025\n\n`;
}

function edits(root: string, chance: Chance): Record<string, (root: string) => void> {
  const entry = () => chance.of(namesIn(root, "content/papers", ".mdx"));
  const idOf = (path: string) => path.replace(/^.*\/|\.mdx$/g, "");
  const note = () =>
    `---\nstatus: ${chance.of(["to-read", "reading", "read"])}\n---\n\nNote ${chance.below(1000)} on ${chance.of(subjects)}.\n`;
  const write = (path: string, text: string) => (at: string) => {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), text);
  };
  const noted = (words: string, head = "status: read\n") =>
    write(`content/notes/${idOf(entry())}.mdx`, `---\n${head}---\n\n${words}\n`);
  const seed = `seeds/n${chance.below(9)}-2025-11-${10 + chance.below(15)}.txt`;
  return {
    nothing: () => {},
    "a seed": write(seed, paperText(chance) + paperText(chance)),
    "a seed less": removing("seeds", chance),
    "another text": (at) => {
      const path = chance.of(namesIn(at, "seeds", ".txt"));
      const text = readFileSync(join(at, "seeds", path), "utf8");
      writeFileSync(
        join(at, "seeds", path),
        text.replace("for a while", `in ${chance.below(99)} s`),
      );
    },
    "a note": write(`content/notes/${idOf(entry())}.mdx`, note()),
    "a note with a link": noted(`See <Paper id="${idOf(entry())}" /> and <Topic id="bandits" />.`),
    "a corrected author": noted(
      "By her.",
      `corrections:\n  authors: [Ada ${chance.of(["Bee", "Cee"])}, Dora Eff]\n`,
    ),
    "a picture in a note": (at) => {
      noted(`It is red. ![A square](./square.png)`)(at);
      writeFileSync(
        join(at, "content/notes/square.png"),
        Buffer.from(chance.of(squares), "base64"),
      );
    },
    "a page": write(
      `content/pages/${chance.of(["talks", "about-me", "talks/2025"])}.mdx`,
      `---\ntitle: Page ${chance.below(99)}\n---\n\nOf ${chance.of(subjects)}.\n`,
    ),
    "a page less": removing("content/pages", chance),
    "an address": write(
      "content/site.yaml",
      "title: Archive\naddress: https://papers.example.org\nauthor: Ada Bee\n",
    ),
    "a note less": removing("content/notes", chance),
    "a correction": (at) => {
      const path = `content/notes/${idOf(entry())}.mdx`;
      const title = `Corrected $x^${chance.below(9)}$ ${chance.below(99)}`;
      write(path, `---\ncorrections:\n  title: "${title}"\n---\n`)(at);
    },
    "a correction of a fact": noted(
      chance.of(["", `On ${chance.of(subjects)}.`]),
      `corrections:\n  ${chance.of([
        `published: ${chance.of(["2025-10-02", "2025-11-30", "2024-01-01", "null"])}`,
        `topics: [${chance.of(["bandits", "theory", "graphs"])}]`,
        `abstract: We prove what ${chance.of(subjects)} $y_${chance.below(9)}$ do.`,
        `venue: { kind: journal, name: ${chance.of(subjects)} }`,
        `ids: { doi: 10.1000/${chance.below(3)} }`,
        `comments: ${chance.below(9)}`,
      ])}\n`,
    ),
    "papers that are the same": noted("Twice.", `sameAs: [${idOf(entry())}]\n`),
    "papers that are different": noted("Two.", `differentFrom: [${idOf(entry())}]\n`),
    "an empty line above": (at) => {
      const path = join(at, "seeds", chance.of(namesIn(at, "seeds", ".txt")));
      writeFileSync(path, `\n${readFileSync(path, "utf8")}`);
    },
    "a renamed seed": (at) => {
      const name = chance.of(namesIn(at, "seeds", ".txt"));
      renameSync(join(at, "seeds", name), join(at, "seeds", `r${chance.below(9)}-${name}`));
    },
    "a removed paper": write("content/removed.yaml", `- id: ${idOf(entry())}\n`),
    "papers that are back": (at) => rmSync(join(at, "content/removed.yaml"), { force: true }),
    "a setting": write("content/site.yaml", `title: Archive ${chance.below(99)}\n`),
    "a setting of formulas": write(
      "content/site.yaml",
      `formulaConfidence: 0.${chance.below(10)}\nmacros:\n  x: "\\\\mathbf{${chance.below(9)}}"\n`,
    ),
    "a phrase of a topic": write(
      "content/topics.yaml",
      `topics:\n  - id: bandits\n    name: Bandits\n    strong: [${chance.of(subjects)}]\n`,
    ),
    "a damaged cache": damaging(".cache/derived", ".store", chance),
    "damaged bundles": damaging(".cache/bundles", "", chance),
    "a cache less": removing(".cache/derived", chance),
    "bundles less": (at) => rmSync(join(at, ".cache/bundles"), { recursive: true, force: true }),
    "a style": write("content/theme.css", `h1 { letter-spacing: ${chance.below(9)}px; }\n`),
    topics: write(
      "content/topics.yaml",
      `topics:\n  - id: bandits\n    name: Bandits ${chance.below(99)}\n    off: ${chance.below(2) === 0}\n`,
    ),
    "an entry edited by hand": (at) => {
      const path = join(at, "content/papers", entry());
      writeFileSync(path, `${readFileSync(path, "utf8")}\nBy hand ${chance.below(99)}.\n`);
    },
    "an override": write(
      "content/overrides/Colophon.astro",
      `<footer>Own ${chance.below(99)}</footer>\n`,
    ),
    "an override less": removing("content/overrides", chance),
    "a public file": write("public/own.txt", `${chance.below(99)}\n`),
    "the engine": write(
      "src/edited.ts",
      `/** For a test. */\nexport const edited = ${chance.below(99)};\n`,
    ),
  };
}

/** Changes a byte of a file. */
function damaging(folder: string, ending: string, chance: Chance): (root: string) => void {
  return (root) => {
    const names = namesIn(root, folder, ending);
    if (names.length === 0) return;
    const path = join(root, folder, chance.of(names));
    const bytes = readFileSync(path);
    bytes[chance.below(bytes.length)] = chance.below(256);
    writeFileSync(path, bytes);
  };
}

function removing(folder: string, chance: Chance): (root: string) => void {
  return (root) => {
    const names = namesIn(root, folder, "");
    // The archive keeps a paper, so that there is a site.
    if (names.length > 1 || folder !== "seeds") {
      const [name] = names.length > 0 ? [chance.of(names)] : [];
      if (name !== undefined) rmSync(join(root, folder, name));
    }
  };
}

/** The files in a folder with this ending, sorted. */
function namesIn(root: string, folder: string, ending: string): string[] {
  try {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
    return names
      .filter((name) => /\.\w+$/.test(name) && name.endsWith(ending) && !/README/.test(name))
      .sort();
  } catch {
    return [];
  }
}
