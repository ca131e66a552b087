import { type FacetName, type Facets, type FacetValue, facetNames } from "../engine/filters.ts";
import { element } from "./element.ts";

const names: Record<FacetName, string> = {
  topic: "Topic",
  year: "Year",
  org: "Organisation",
  source: "Source",
  has: "With",
};
const shown = 6;

/** Which long lists the reader opened. */
const opened = new Set<FacetName>();

/** Makes the lists of values to narrow a search down by; those with nothing to choose are left out. */
export function facetLists(
  facets: Facets,
  toggle: (facet: FacetName, value: string) => void,
): HTMLElement[] {
  return facetNames.flatMap((facet) => {
    const values = facets[facet];
    const choice = values.length > 1 || values.some(({ selected }) => selected);
    if (!choice && facet !== "has") return [];
    if (values.length === 0) return [];
    return [facetList(facet, values, toggle)];
  });
}

function facetList(
  facet: FacetName,
  values: FacetValue[],
  toggle: (facet: FacetName, value: string) => void,
): HTMLElement {
  const list = element("ul");
  const fill = (all: boolean) => {
    const first = values.filter(({ selected }, index) => all || index < shown || selected);
    list.replaceChildren(...first.map((value) => item(facet, value, toggle)));
  };
  fill(opened.has(facet));
  const field = element("fieldset", { class: "facet" }, element("legend", {}, names[facet]), list);
  const left = values.length - list.childElementCount;
  if (left > 0) {
    const more = element("button", { type: "button", class: "plain-button" }, `${left} more`);
    more.addEventListener("click", () => {
      opened.add(facet);
      const next = list.childElementCount;
      fill(true);
      more.remove();
      list.children[next]?.querySelector("input")?.focus();
    });
    field.append(more);
  }
  return field;
}

function item(
  facet: FacetName,
  { value, name, count, selected }: FacetValue,
  toggle: (facet: FacetName, value: string) => void,
): HTMLElement {
  const box = element("input", { type: "checkbox", "data-facet": `${facet}:${value}` });
  box.checked = selected;
  box.addEventListener("change", () => toggle(facet, value));
  const written = facet === "has" ? { code: "code", notes: "notes" }[value] : name;
  const shownName = value === "undated" ? "Undated" : (written ?? name);
  return element(
    "li",
    {},
    element(
      "label",
      {},
      box,
      element("span", { class: "facet-name" }, shownName),
      element("span", { class: "count" }, count.toLocaleString("en")),
    ),
  );
}
