import { expandMacros } from "../math/expand-macros.ts";
import type { Macros } from "../math/macros.ts";
import { findWholeMath } from "../math/restore/index.ts";
import { defined } from "../schemas/defined.ts";
import type { Note } from "../schemas/note.ts";

/** A note whose formulas have what the owner's macros stand for, as those of sources have. */
export function withoutMacros(note: Note, macros: Macros): Note {
  if (Object.keys(macros).length === 0) return note;
  const words = (text: string | undefined) => text && expandInWords(text, macros);
  const { title, abstract, corrections } = note.data;
  const formulas = corrections.formulas?.map((formula) => ({
    ...formula,
    latex: formula.latex && expandMacros(formula.latex, macros),
  }));
  return {
    ...note,
    data: {
      ...note.data,
      ...defined({ title: words(title), abstract: words(abstract) }),
      corrections: {
        ...corrections,
        ...defined({
          title: words(corrections.title),
          abstract: words(corrections.abstract),
          formulas,
        }),
      },
    },
  };
}

function expandInWords(text: string, macros: Macros): string {
  let out = "";
  let last = 0;
  for (const { start, end } of findWholeMath(text)) {
    out += text.slice(last, start) + expandMacros(text.slice(start, end), macros);
    last = end;
  }
  return out + text.slice(last);
}
