import { library } from "../../../i18n/strings.ts";
import { element } from "../../element.ts";
import { requireElement } from "../../require-element.ts";

/** Shows the result of an action, with a list of details if there are any. */
export type Report = (text: string, details?: readonly string[]) => void;

const mostDetails = 50;

/** Reports in the status line of the tools for saved papers. */
export function createReport(tools: HTMLElement): Report {
  const status = requireElement(tools, "#tools-status", HTMLElement);
  const list = requireElement(tools, "#tools-details", HTMLElement);
  return (text, details = []) => {
    const left = details.length - mostDetails;
    const lines = details.slice(0, mostDetails);
    if (left > 0) lines.push(library.moreDetails(left));
    status.textContent = text;
    list.replaceChildren(...lines.map((line) => element("li", {}, line)));
  };
}
