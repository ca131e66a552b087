import { citePaper } from "../i18n/strings.ts";
import { element } from "./element.ts";

/**
 * The citation on a paper's page: buttons that copy and download it, and the formats that the page does not have. Without
 * this script, a click selects the text. What few readers need is loaded when they ask for it.
 */
const part = document.querySelector<HTMLElement>("[data-cite-paper]");
if (part) startCiting(part);

function startCiting(part: HTMLElement): void {
  for (const section of part.querySelectorAll<HTMLElement>("[data-format]")) {
    addButtons(section, part);
  }
  if (part.dataset["cardFiles"] === undefined) return;
  addFormat(part, "ris", "RIS");
  addFormat(part, "json", "CSL-JSON");
}

/** A format that is made when a reader chooses it, before the last one, which is plain text. */
function addFormat(part: HTMLElement, extension: string, name: string): void {
  const input = element("input", { type: "radio", name: "cite-format", value: extension });
  part.querySelector("fieldset > :last-child")?.before(element("label", {}, input, name));
  const text = element("pre", { tabindex: "0" });
  const place = element("p", { class: "label" });
  const named = { "aria-label": name, "data-format": extension };
  const section = element("section", named, text, place);
  // Browsers without `:has()` show the sections of all formats.
  section.hidden = true;
  part.querySelector("[data-format=txt]")?.before(section);
  input.addEventListener("change", async () => {
    section.hidden = false;
    if (place.hasChildNodes()) return;
    text.textContent = citePaper.making;
    const written = await import("./write-citation.ts")
      .then(({ writeCitation }) => writeCitation(part.dataset, extension))
      .catch(() => undefined);
    if (place.hasChildNodes()) return;
    text.textContent = written ?? citePaper.failed;
    if (written) addButtons(section, part);
  });
}

function addButtons(section: HTMLElement, part: HTMLElement): void {
  const text = section.querySelector("pre");
  const place = section.querySelector(".label");
  const { format: extension = "" } = section.dataset;
  if (!text || !place) return;
  const copy = element("button", { type: "button" }, citePaper.copy);
  startCopying(copy, text);
  place.append(copy, download(text, part, `${part.dataset["citePaper"]}.${extension}`));
}

/** A link to the file beside the page, which has the abstract, too; where there is none, a button that makes it. */
function download(text: HTMLElement, part: HTMLElement, name: string): Element {
  const file = [...part.querySelectorAll<HTMLAnchorElement>(".files > [download]")].find(
    (link) => link.download === name,
  );
  const link = file ?? element("button", { type: "button" });
  link.textContent = citePaper.download;
  if (!file) {
    link.addEventListener("click", async () => {
      const { downloadCitation } = await import("./write-citation.ts");
      downloadCitation(name, text.textContent);
    });
  }
  return link;
}

function startCopying(button: HTMLButtonElement, text: HTMLElement): void {
  // A new text of a button that has the focus is announced only in a live region.
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    if (!(await copyText(text))) return;
    button.textContent = citePaper.copied;
    setTimeout(() => {
      button.textContent = citePaper.copy;
    }, 2000);
  });
}

/** Copies a text, also where the page has no clipboard of its own, as in one without HTTPS. */
async function copyText(text: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text.textContent);
    return true;
  } catch {
    getSelection()?.selectAllChildren(text);
    return document.execCommand("copy");
  }
}
