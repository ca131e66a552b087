/** The buttons that copy a citation. Without this script they are hidden, and a click selects the text. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button.copy")) {
  const text = button.closest("[data-format]")?.querySelector("pre");
  const { copied = "" } = button.dataset;
  if (!text) continue;
  const name = button.textContent;
  // A new text of a button that has the focus is announced only in a live region.
  button.setAttribute("aria-live", "polite");
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (!(await copy(text))) return;
    button.textContent = copied;
    setTimeout(() => {
      button.textContent = name;
    }, 2000);
  });
}

/** Copies a text, also where the page has no clipboard of its own, as in one without HTTPS. */
async function copy(text: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text.textContent);
    return true;
  } catch {
    getSelection()?.selectAllChildren(text);
    return document.execCommand("copy");
  }
}
