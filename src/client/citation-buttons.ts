import { element } from "./element.ts";

/** The buttons that copy and download a citation. Without this script they are hidden, and a click selects the text. */
for (const section of document.querySelectorAll<HTMLElement>("[data-format]")) {
  const text = section.querySelector("pre");
  const [copy, download] = section.querySelectorAll("button");
  if (text && copy) startCopying(copy, text);
  if (text && download) startDownloading(download, text);
}

function startCopying(button: HTMLButtonElement, text: HTMLElement): void {
  const { copied = "" } = button.dataset;
  const name = button.textContent;
  // A new text of a button that has the focus is announced only in a live region.
  button.setAttribute("aria-live", "polite");
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (!(await copyText(text))) return;
    button.textContent = copied;
    setTimeout(() => {
      button.textContent = name;
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

function startDownloading(button: HTMLButtonElement, { textContent }: HTMLElement): void {
  const { file = "", type = "" } = button.dataset;
  button.hidden = false;
  button.addEventListener("click", () => {
    // HTML has no carriage returns, which lines of RIS end with.
    const end = file.endsWith(".ris") ? "\r\n" : "\n";
    const whole = `${textContent}\n`.replaceAll("\n", end);
    const href = URL.createObjectURL(new Blob([whole], { type }));
    element("a", { href, download: file }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  });
}
