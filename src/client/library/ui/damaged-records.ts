import { library } from "../../../i18n/strings.ts";
import { element } from "../../element.ts";
import type { DamagedRecord } from "../load-library.ts";
import { downloadText } from "./download-text.ts";
import { thisLibrary } from "./this-library.ts";

const mostListed = 20;

/** Shows the records that cannot be read, and offers to download or remove them. */
export function showDamaged(
  section: HTMLElement,
  records: readonly DamagedRecord[],
  changed: () => void,
): void {
  section.hidden = records.length === 0;
  if (records.length === 0) return;
  const { damaged } = library;
  const download = element("button", { type: "button", class: "button" }, damaged.download);
  const remove = element("button", { type: "button", class: "button" }, damaged.remove);
  download.addEventListener("click", () => {
    const texts = Object.fromEntries(records.map(({ name, text }) => [name, text]));
    downloadText("damaged-papers", "json", "application/json", JSON.stringify(texts, null, 2));
  });
  remove.addEventListener("click", () => {
    for (const { name } of records) thisLibrary.setText(name, undefined);
    changed();
  });
  const lines = records
    .slice(0, mostListed)
    .map(({ name, error }) => `${name.slice(0, 120)}: ${library.paperErrors[error]}`);
  section.replaceChildren(
    element("p", {}, damaged.explanation(records.length)),
    element("ul", { class: "label" }, ...lines.map((line) => element("li", {}, line))),
    element("p", { class: "buttons" }, download, remove),
  );
  section.setAttribute("aria-label", damaged.label(records.length));
}
