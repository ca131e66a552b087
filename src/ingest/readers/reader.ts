import type { Staged } from "../../schemas/message.ts";
import type { RawPaper, SeedContext } from "../raw-paper.ts";

/** A seed file as text, as readers get it. */
export interface SeedText {
  path: string;
  text: string;
}

/** Reads one format. `recognises` looks at the content, never at the file's name. */
export interface Reader {
  /** The format's permanent name, kept in each entry's provenance. */
  format: string;
  recognises: (seed: SeedText) => boolean;
  read: (seed: SeedText, context: SeedContext) => Staged<RawPaper[]>;
}
