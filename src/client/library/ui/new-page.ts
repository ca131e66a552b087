import { type LatestPaper, latestFile } from "../../../archive/latest.ts";
import { paperLabels, library as words } from "../../../i18n/strings.ts";
import { element } from "../../element.ts";
import { requireElement } from "../../require-element.ts";
import { type News, newsSince, recordSeen } from "../news.ts";
import { fetchJson } from "./fetch-cards.ts";
import { addListButtons } from "./list-buttons.ts";
import { dates, pagedList, paperRow } from "./paper-row.ts";
import { rememberVisit, storeVisits } from "./visit.ts";

/** The page of the papers that are new since the last visit. */

/** The file of the latest papers has a maximum length, so there may be more papers. */
const mostLatest = 1000;

void show();

async function show(): Promise<void> {
  const status = requireElement(document, "#news-status", HTMLElement);
  const list = requireElement(document, "#news", HTMLElement);
  const visits = rememberVisit();
  const result = storeVisits(visits);
  if (result === "blocked") {
    status.textContent = words.news.blocked;
    return;
  }
  try {
    const { papers } = await fetchJson("data/latest.json", latestFile);
    const news = newsSince(visits, papers);
    const text = newsText(news, papers.length);
    status.textContent = result === "full" ? `${text} ${words.news.notRemembered}` : text;
    if ("papers" in news) list.replaceChildren(...sectionsByDay(news.papers));
    addListButtons();
    storeVisits(recordSeen(visits, papers));
  } catch {
    status.textContent = words.news.failed;
  }
}

function newsText(news: News, latestCount: number): string {
  if (news.kind === "first visit") return words.news.firstVisit;
  const since = dateAndTime(news.since);
  if (news.kind === "clock went back") return words.news.clockWentBack(since);
  const count = news.papers.length;
  if (news.kind === "since last visit") return words.news.sinceVisit(count, since);
  return words.news.sinceLook(count, since, count === latestCount && latestCount >= mostLatest);
}

function sectionsByDay(papers: readonly LatestPaper[]): HTMLElement[] {
  const days = Map.groupBy(papers, ({ day }) => day ?? "");
  return [...days].map(([day, papersOfDay]) => {
    const heading = element("h2", {}, day === "" ? paperLabels.undated : dates.day(day));
    const rows = papersOfDay.map((paper) => paperRow(paper.id, paper, { day: day || undefined }));
    return element("section", { class: "section" }, heading, pagedList(rows, addListButtons));
  });
}

function dateAndTime(instant: string): string {
  const language = document.documentElement.lang;
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "long",
    timeStyle: "short",
  }).format(new Date(instant));
}
