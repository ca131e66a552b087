import type { RawPaper } from "../../../src/ingest/raw-paper.ts";
import { bandits, bridges } from "../../fixtures/records.ts";
import { ada, both, type Case, crystals, type Facts, journal, meeting } from "./record-facts.ts";

const overview = "Overview of the shared task on bees";
const first = { publishedIn: "2014" } satisfies Partial<RawPaper>;
const second = { publishedIn: "2015" } satisfies Partial<RawPaper>;
const preprint = { ids: { arxiv: "1406.00001" } };
const bioRxiv: Facts = { venue: { kind: "journal", name: "bioRxiv" } };

/** Records of two years under one title. */
export const casesOfTwoYears: Case[] = [
  [
    "two years of a series",
    "overviews by the same authors at one conference",
    { ...both, ...meeting("CLEF"), ...first, title: overview },
    { ...both, ...meeting("CLEF"), ...second, title: overview },
    2,
  ],
  [
    "two years of a series",
    "overviews with an abstract each",
    { ...both, ...meeting("CLEF"), ...first, title: overview, abstract: bandits },
    { ...both, ...meeting("CLEF"), ...second, title: overview, abstract: bridges },
    2,
  ],
  [
    "two years of a series",
    "pages without authors",
    { ...first, title: "Languages that people use for gels" },
    { ...second, title: "Languages that people use for gels" },
    2,
  ],
  [
    "two places in two years",
    "a conference and a journal",
    { ...both, ...meeting("ICML"), ...first, title: crystals },
    { ...both, ...journal("", ""), ...second, title: crystals },
    2,
  ],
  [
    "two places in two years",
    "two years in the names of a conference",
    { ...both, ...meeting("CLEF 2014"), ...first, title: crystals },
    { ...both, ...meeting("CLEF '15"), ...second, title: crystals },
    2,
  ],
  [
    "two places in two years",
    "two meetings of a conference",
    { ...both, ...meeting("22nd Conference on Gels"), ...first, title: crystals },
    { ...both, ...meeting("23rd Conference on Gels"), ...second, title: crystals },
    2,
  ],
  [
    "a short title in two years",
    "of the same authors",
    { ...both, ...meeting("ICML"), ...first, title: "Deep bandits" },
    { ...both, ...meeting("ICML"), ...second, title: "Deep bandits" },
    2,
  ],
  [
    "one title in two years, without the same authors",
    "of one author alone and with another one",
    { ...ada, ...meeting("ICML"), ...first, title: crystals },
    { ...both, ...meeting("ICML"), ...second, title: crystals },
    2,
  ],
  [
    "one distinct title, the same authors",
    "one conference whose year differs",
    { ...both, ...meeting("ICML"), ...first, title: crystals },
    {
      ...both,
      ...meeting("International Conference on Machine Learning"),
      ...second,
      title: crystals,
    },
    1,
  ],
  [
    "one distinct title, the same authors",
    "a preprint and an overview of the next year",
    { ...both, ...preprint, ...first, title: overview },
    { ...both, ...meeting("CLEF"), ...second, title: overview },
    1,
  ],
  [
    "one distinct title, the same authors",
    "a preprint elsewhere and an overview of the next year",
    { ...both, ...bioRxiv, ...first, title: overview },
    { ...both, ...meeting("CLEF"), ...second, title: overview },
    1,
  ],
  [
    "one distinct title, the same authors",
    "one volume whose year differs",
    { ...both, ...journal("", "12"), ...first, title: overview },
    { ...both, ...journal("3-9", "12"), ...second, title: overview },
    1,
  ],
];
