import { paperLabels, searchPage } from "../../i18n/strings.ts";
import {
  type FacetName,
  type Facets,
  type FacetValue,
  facetNames,
  undated,
} from "../../search/engine/facets.ts";
import { element } from "../element.ts";

/** How many values of a facet are shown at first. */
const firstValues = 6;
/** How many more are shown by each press of the button: there may be thousands of authors. */
const step = 50;

/** How many values of a facet are shown after presses of its button. */
const expanded = new Map<FacetName, number>();

/** What the lists need from the page. */
export interface FacetContext {
  toggle: (facet: FacetName, value: string) => void;
  /** Removes all filters. Absent if there are none. */
  clear?: (() => void) | undefined;
  /** Writes a month such as `2025-10`. */
  formatMonth: (key: string) => string;
  /** Loads the authors. Absent if they are loaded, or if there are none. */
  loadAuthors?: (() => void) | undefined;
}

/**
 * Shows lists of values to filter a search by, without those that offer no choice, and keeps the
 * focus where it was. Returns whether there are any lists.
 */
export function showFacets(container: HTMLElement, facets: Facets, context: FacetContext): boolean {
  const focused = document.activeElement?.getAttribute("data-facet");
  const lists = facetNames.flatMap((facet) => listOf(facet, facets, context) ?? []);
  const clear = context.clear && lists.length > 0 ? [clearButton(context.clear)] : [];
  container.replaceChildren(...clear, ...lists);
  if (focused) {
    const all = [...container.querySelectorAll<HTMLElement>("[data-facet]")];
    const same = all.find(({ dataset }) => dataset["facet"] === focused);
    // Loading the authors replaces the button by their list.
    (same ?? all.find(({ dataset }) => dataset["facet"]?.startsWith(focused)))?.focus();
  }
  return lists.length > 0;
}

function listOf(facet: FacetName, facets: Facets, context: FacetContext): HTMLElement | undefined {
  const values = facets[facet];
  const isFiltered = values.some(({ selected }) => selected);
  if (facet === "author" && context.loadAuthors) return authorsButton(context.loadAuthors);
  // All months of all years would be too many to read.
  if (facet === "month" && !isFiltered && !facets.year.some(({ selected }) => selected)) {
    return undefined;
  }
  const hasChoice = values.length > 1 || isFiltered || (facet === "has" && values.length > 0);
  return hasChoice ? facetList(facet, values, context) : undefined;
}

function clearButton(clear: () => void): HTMLElement {
  const attributes = { type: "button", class: "plain-button clear-filters" };
  const button = element("button", attributes, searchPage.clearFilters);
  button.addEventListener("click", () => {
    clear();
    // The button goes with the filters.
    document.getElementById("search-input")?.focus();
  });
  return button;
}

function authorsButton(load: () => void): HTMLElement {
  const attributes = { type: "button", class: "plain-button", "data-facet": "author:" };
  const button = element("button", attributes, searchPage.showAuthors);
  button.addEventListener("click", load);
  return element(
    "fieldset",
    { class: "facet" },
    element("legend", {}, searchPage.facets.author),
    button,
  );
}

function facetList(facet: FacetName, values: FacetValue[], context: FacetContext): HTMLElement {
  const list = element("ul");
  const field = element(
    "fieldset",
    { class: "facet" },
    element("legend", {}, searchPage.facets[facet]),
    list,
  );
  const more = element("button", { type: "button", class: "plain-button" });
  const fill = () => {
    const limit = expanded.get(facet) ?? firstValues;
    const visible = values.filter(({ selected }, index) => index < limit || selected);
    list.replaceChildren(...visible.map((value) => item(facet, value, context)));
    const left = values.length - visible.length;
    more.textContent = searchPage.moreValues(Math.min(left, step));
    if (left > 0) field.append(more);
    else more.remove();
  };
  more.addEventListener("click", () => {
    const next = list.childElementCount;
    expanded.set(facet, (expanded.get(facet) ?? firstValues) + step);
    fill();
    list.children[next]?.querySelector("input")?.focus();
  });
  fill();
  return field;
}

function item(
  facet: FacetName,
  { value, name, count, selected }: FacetValue,
  { toggle, formatMonth }: FacetContext,
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
      element("span", { class: "facet-name" }, labelOf(facet, value, name, formatMonth)),
      element("span", { class: "count" }, searchPage.number(count)),
    ),
  );
}

function labelOf(
  facet: FacetName,
  value: string,
  name: string,
  formatMonth: (key: string) => string,
): string {
  if (facet === "has") return contentLabel(value) ?? name;
  if (facet === "month" && /^\d{4}-\d\d$/.test(value)) return formatMonth(value);
  return facet === "year" && value === undated ? paperLabels.undated : name;
}

function contentLabel(value: string): string | undefined {
  if (value === "code") return searchPage.hasCode;
  return value === "notes" ? searchPage.hasNotes : undefined;
}
