import { ada, arxiv, both, type Case, crystals, journal, meeting } from "./record-facts.ts";

/** Records with a short or a common title, or with nothing but a title in common. */
export const casesOfCommonTitles: Case[] = [
  [
    "one short title, the same authors",
    "pages and volumes in two styles",
    { ...ada, ...journal("p. 61", "vol. 16"), title: "Deep bandits" },
    { ...ada, ...journal("061-70", "16", "Journal of Bandits"), title: "Deep bandits" },
    1,
  ],
  [
    "one distinct title, the same authors",
    "a retracted paper",
    { ...ada, title: crystals },
    { ...ada, title: `RETRACTED: ${crystals}` },
    1,
  ],
  [
    "another place",
    "a short title in two places",
    { ...ada, ...journal("", "3"), title: "Deep bandits" },
    { ...both, ...meeting("ICML"), title: "Deep bandits" },
    2,
  ],
  [
    "one short title, the same authors",
    "a preprint and its publication",
    { ...arxiv, ...both, title: "Deep bandits", publishedIn: "2017" },
    { ...both, ...meeting("ICML"), title: "Deep bandits", publishedIn: "2018" },
    1,
  ],
  [
    "one distinct title, common authors",
    "a list that lacks one",
    { ...ada, title: crystals },
    { ...both, title: crystals },
    1,
  ],
  [
    "one title, one place",
    "an abbreviated conference",
    { ...ada, ...meeting("KDD '16"), title: "Deep bandits", publishedIn: "2016" },
    { ...meeting("Proceedings of the 22nd ACM SIGKDD, KDD"), title: "Deep bandits" },
    1,
  ],
  [
    "one short title, some common authors",
    "nothing else",
    { ...ada, title: "Deep bandits" },
    { ...both, title: "Deep bandits" },
    2,
  ],
  [
    "one title, and nothing against it",
    "a title alone",
    { title: crystals },
    { ...ada, title: crystals },
    1,
  ],
];
