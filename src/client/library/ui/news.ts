import { type LatestPaper, latestFile } from "../../../archive/latest.ts";
import { element } from "../../element.ts";
import { lookAt, type News, newsOf } from "../visits.ts";
import { fetchJson } from "./fetch-cards.ts";
import { markLists } from "./list-marks.ts";
import { dates, longList, paperRow, papersInWords } from "./paper-row.ts";
import { keepVisits, noteVisit } from "./visit.ts";

/** The page of what is new since the last visit. */

const status = document.querySelector<HTMLElement>("#news-status");
const place = document.querySelector<HTMLElement>("#news");
if (status && place) void show(status, place);

async function show(status: HTMLElement, place: HTMLElement): Promise<void> {
  const visits = noteVisit();
  const outcome = keepVisits(visits);
  if (outcome === "blocked") {
    status.textContent =
      "This browser lets the site keep nothing, so the page cannot know when you were here last. Below are the latest days.";
    return;
  }
  try {
    const { papers } = await fetchJson("data/latest.json", latestFile);
    const news = newsOf(visits, papers);
    const full = " This browser's storage for the site is full, so this visit is not remembered.";
    status.textContent = inWords(news, papers.length) + (outcome === "full" ? full : "");
    if ("papers" in news) place.replaceChildren(...byDay(news.papers));
    markLists();
    keepVisits(lookAt(visits, papers));
  } catch {
    status.textContent =
      "The list of the latest papers could not be loaded. Check the connection and load the page again.";
  }
}

function inWords(news: News, latest: number): string {
  if (news.kind === "first visit") {
    return "This device has not been here before, as far as it knows. From your next visit on, the papers that came meanwhile stand here. Below are the latest days.";
  }
  const since = momentInWords(news.since);
  if (news.kind === "clock went back") {
    return `By this device's clock, your last visit (${since}) is still to come, so nothing can be compared with it. From the next visit on it can. Below are the latest days.`;
  }
  const { kind, papers } = news;
  if (kind === "since last look") {
    if (papers.length === 0) return `Nothing has come since you last looked here, on ${since}.`;
    const atLeast = papers.length === latest && latest >= 1000 ? "At least " : "";
    return `${atLeast}${papersInWords(papers.length)} came since you last looked here, on ${since}.`;
  }
  if (papers.length === 0) return `No paper is of a day since your last visit, on ${since}.`;
  return `${papersInWords(papers.length)} of the days since your last visit, on ${since}.`;
}

function byDay(papers: readonly LatestPaper[]): HTMLElement[] {
  const days = Map.groupBy(papers, ({ day }) => day ?? "");
  return [...days].map(([day, ofDay]) => {
    const heading = element("h2", {}, day === "" ? "Undated" : dates.day(day));
    const rows = ofDay.map((paper) => paperRow(paper.id, paper));
    return element("section", { class: "section" }, heading, longList(rows, markLists));
  });
}

function momentInWords(instant: string): string {
  const language = document.documentElement.lang;
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "long",
    timeStyle: "short",
  }).format(new Date(instant));
}
