import { isScalar, LineCounter, type Pair, visit } from "yaml";
import type { Message, Staged } from "../schemas/message.ts";
import { repeatedSetting, report } from "../schemas/rules.ts";
import { parseShallow } from "../schemas/yaml-depth.ts";

/**
 * A note's frontmatter in which each setting has one value. When two versions of a note are merged, git keeps the
 * lines of both (`merge=union` in `.gitattributes`), so a setting may be there twice: the later value counts, and
 * the earlier one becomes empty lines. Settings in braces stay as they are, and so does YAML that cannot be read.
 */
export function withoutRepeated(file: string, yaml: string): Staged<string> {
  const lines = new LineCounter();
  const messages: Message[] = [];
  let text = yaml;
  try {
    const document = parseShallow(yaml, { uniqueKeys: false, lineCounter: lines });
    if (document.errors.length > 0) return { value: yaml, messages };
    visit(document, {
      Map(_, { items, flow }) {
        if (flow === true) return;
        for (const [at, pair] of items.entries()) {
          const name = nameOf(pair);
          const later = items.slice(at + 1).find((other) => nameOf(other) === name);
          const from = startOf(pair.key);
          const kept = startOf(later?.key);
          if (name === undefined || from === undefined || kept === undefined) continue;
          const to = startOf(items[at + 1]?.key) ?? from;
          const isSame = String(pair.value) === String(later?.value);
          const emptied = text.slice(from, to).replace(/[^\n]/g, " ");
          text = text.slice(0, from) + emptied + text.slice(to);
          const place = { file, line: lines.linePos(from).line };
          if (isSame) continue;
          messages.push(report(repeatedSetting, { name, line: lines.linePos(kept).line }, place));
        }
      },
    });
  } catch {
    return { value: yaml, messages: [] };
  }
  return { value: text, messages };
}

function nameOf({ key }: Pair): string | undefined {
  return isScalar(key) && typeof key.value === "string" ? key.value : undefined;
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) ? node.range?.[0] : undefined;
}
