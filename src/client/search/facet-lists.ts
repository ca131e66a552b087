import {
  type FacetName,
  type Facets,
  type FacetValue,
  facetNames,
  undated,
} from "../../search/engine/facets.ts";
import { element } from "../element.ts";

const names: Record<FacetName, string> = {
  topic: "Topic",
  year: "Year",
  month: "Month",
  org: "Organisation",
  author: "Author",
  source: "Source",
  has: "With",
};
const shown = 6;
/** An archive has thousands of authors: a list grows by steps. */
const step = 50;

/** How many values of long lists the reader asked for. */
const opened = new Map<FacetName, number>();

/** What the lists need of the page. */
export interface FacetContext {
  toggle: (facet: FacetName, value: string) => void;
  /** `2025-10` in words. */
  monthOf: (key: string) => string;
  /** Asks for the authors, where there are any and they are not loaded. */
  askForAuthors?: (() => void) | undefined;
}

/**
 * Puts lists of values to narrow a search down by into a place, those with nothing to choose left
 * out, and keeps the keyboard where it was. Tells whether there is any.
 */
export function showFacets(place: HTMLElement, facets: Facets, context: FacetContext): boolean {
  const focused = document.activeElement?.getAttribute("data-facet");
  const lists = facetNames.flatMap((facet) => listOf(facet, facets, context) ?? []);
  place.replaceChildren(...lists);
  if (focused) {
    const all = [...place.querySelectorAll<HTMLElement>("[data-facet]")];
    const same = all.find(({ dataset }) => dataset["facet"] === focused);
    // A button that gave way to its list.
    (same ?? all.find(({ dataset }) => dataset["facet"]?.startsWith(focused)))?.focus();
  }
  return lists.length > 0;
}

function listOf(facet: FacetName, facets: Facets, context: FacetContext): HTMLElement | undefined {
  const values = facets[facet];
  const picked = values.some(({ selected }) => selected);
  if (facet === "author" && context.askForAuthors) return authorsButton(context.askForAuthors);
  // The months of all years are too many to read.
  if (facet === "month" && !picked && !facets.year.some(({ selected }) => selected)) {
    return undefined;
  }
  const choice = values.length > 1 || picked || (facet === "has" && values.length > 0);
  return choice ? facetList(facet, values, context) : undefined;
}

function authorsButton(ask: () => void): HTMLElement {
  const attributes = { type: "button", class: "plain-button", "data-facet": "author:" };
  const button = element("button", attributes, "Show authors");
  button.addEventListener("click", ask);
  return element("fieldset", { class: "facet" }, element("legend", {}, names.author), button);
}

function facetList(facet: FacetName, values: FacetValue[], context: FacetContext): HTMLElement {
  const list = element("ul");
  const field = element("fieldset", { class: "facet" }, element("legend", {}, names[facet]), list);
  const more = element("button", { type: "button", class: "plain-button" });
  const fill = () => {
    const most = opened.get(facet) ?? shown;
    const seen = values.filter(({ selected }, index) => index < most || selected);
    list.replaceChildren(...seen.map((value) => item(facet, value, context)));
    const left = values.length - seen.length;
    more.textContent = `${Math.min(left, step)} more`;
    if (left > 0) field.append(more);
    else more.remove();
  };
  more.addEventListener("click", () => {
    const next = list.childElementCount;
    opened.set(facet, (opened.get(facet) ?? shown) + step);
    fill();
    list.children[next]?.querySelector("input")?.focus();
  });
  fill();
  return field;
}

function item(
  facet: FacetName,
  { value, name, count, selected }: FacetValue,
  { toggle, monthOf }: FacetContext,
): HTMLElement {
  const box = element("input", { type: "checkbox", "data-facet": `${facet}:${value}` });
  box.checked = selected;
  box.addEventListener("change", () => toggle(facet, value));
  return element(
    "li",
    {},
    element(
      "label",
      {},
      box,
      element("span", { class: "facet-name" }, written(facet, value, name, monthOf)),
      element("span", { class: "count" }, count.toLocaleString("en")),
    ),
  );
}

function written(
  facet: FacetName,
  value: string,
  name: string,
  monthOf: (key: string) => string,
): string {
  if (facet === "has") return { code: "code", notes: "notes" }[value] ?? name;
  if (facet === "month" && /^\d{4}-\d\d$/.test(value)) return monthOf(value);
  return facet === "year" && value === undated ? "Undated" : name;
}
