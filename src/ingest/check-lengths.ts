import type { Message } from "../schemas/message.ts";
import { longText, report } from "../schemas/rules.ts";
import { isTooMuchMarkup } from "../text/markup-limits.ts";
import type { TopicPaper } from "./paper.ts";

/** Reports a title or an abstract that was taken as it is, because it is too long to be read. */
export function checkLengths({ titleText, textSources }: TopicPaper): Message[] {
  return (["title", "abstract"] as const).flatMap((what) => {
    const { source, printed } = textSources[what];
    if (!isTooMuchMarkup(printed)) return [];
    const params = { title: titleText, what, length: printed.length };
    return [report(longText, params, { file: source.file, line: source.line })];
  });
}
