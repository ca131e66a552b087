/** On every page, "/" and Ctrl-K (⌘K) lead to the search. Loads no part of the search itself. */
document.addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
  const command = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  if (event.defaultPrevented || event.isComposing || !(slash || command)) return;
  const { target } = event;
  const typing =
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  if (slash && typing) return;
  const input = document.querySelector<HTMLInputElement>(".search-form input");
  const link = document.querySelector<HTMLAnchorElement>("a[data-search]");
  if (!input && !link) return;
  event.preventDefault();
  if (input) {
    input.focus();
    input.select();
  } else if (link) location.assign(link.href);
});
