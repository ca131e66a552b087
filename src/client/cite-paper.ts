import { formatNames } from "../archive/citations/format-names.ts";
import { citePaper } from "../i18n/strings.ts";
import { element } from "./element.ts";
import { downloadFile } from "./library/ui/download-text.ts";
import type { CitedPaper } from "./write-citation.ts";

/**
 * The citation on a paper's page: buttons that copy and download it, and the formats that the page does not have. Without
 * this script, a click selects the text.
 */
const part = document.querySelector<HTMLElement>("[data-cite-paper]");
if (part) startCiting(part);

const mediaTypes: Record<string, string> = {
  txt: "text/plain",
  ...Object.fromEntries(
    Object.entries(formatNames).map(([extension, { mediaType }]) => [extension, mediaType]),
  ),
};

function startCiting(part: HTMLElement): void {
  const { citePaper: id = "", citeKey: key, cardFiles } = part.dataset;
  for (const section of part.querySelectorAll<HTMLElement>("[data-format]")) {
    addButtons(section, part, id);
  }
  if (cardFiles === undefined) return;
  const paper = { id, key, cardFiles: Number(cardFiles) };
  addFormat(part, "ris", paper);
  addFormat(part, "json", paper);
}

/** A format that is made when a reader chooses it, before the last one, which is plain text. */
function addFormat(part: HTMLElement, extension: "ris" | "json", paper: CitedPaper): void {
  const { name } = formatNames[extension];
  const input = element("input", { type: "radio", name: "cite-format", value: extension });
  part.querySelector("fieldset > :last-child")?.before(element("label", {}, input, name));
  const text = element("pre", { tabindex: "0" });
  const section = element(
    "section",
    { "aria-label": name, "data-format": extension },
    text,
    element("p", { class: "label" }),
  );
  // Browsers without `:has()` show the sections of all formats.
  section.hidden = true;
  part.querySelector("[data-format=txt]")?.before(section);
  input.addEventListener("change", async () => {
    section.hidden = false;
    if (section.querySelector("button")) return;
    text.textContent = citePaper.making;
    try {
      // Loaded on demand: few readers want another format.
      const { writeCitation } = await import("./write-citation.ts");
      text.textContent = await writeCitation(paper, extension);
      if (!section.querySelector("button")) addButtons(section, part, paper.id);
    } catch {
      text.textContent = citePaper.failed;
    }
  });
}

function addButtons(section: HTMLElement, part: HTMLElement, id: string): void {
  const text = section.querySelector("pre");
  const place = section.querySelector(".label");
  const { format: extension = "" } = section.dataset;
  if (!text || !place) return;
  const copy = element("button", { type: "button" }, citePaper.copy);
  startCopying(copy, text);
  place.append(copy, download(text, extension, part, id));
}

/** A link to the file beside the page, which has the abstract, too; where there is none, a button that makes it. */
function download(text: HTMLElement, extension: string, part: HTMLElement, id: string): Element {
  const name = `${id}.${extension}`;
  const file = part.querySelector(`.files > [download=${CSS.escape(name)}]`);
  if (file) {
    file.textContent = citePaper.download;
    return file;
  }
  const button = element("button", { type: "button" }, citePaper.download);
  button.addEventListener("click", () => {
    // Elements have no carriage returns, which lines of RIS end with.
    const end = extension === "ris" ? "\r\n" : "\n";
    const whole = `${text.textContent}\n`.replaceAll(/\r?\n/g, end);
    downloadFile(name, mediaTypes[extension] ?? "text/plain", whole);
  });
  return button;
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
