import { z } from "zod";
import { defined } from "../../schemas/defined.ts";
import {
  type DividedName,
  nameOfFields,
  withoutEastAsianSpace,
  withoutOthers,
} from "../../text/person-names.ts";
import { withoutRaisedMarks } from "../../text/raised-marks.ts";
import { optional } from "./read-fields.ts";
import type { Reference } from "./reference.ts";

const text = optional(z.string());
/** A name of CSL-JSON, in parts or whole. */
export const cslName = z.object({
  family: text,
  given: text,
  literal: text,
  name: text,
  suffix: text,
  "dropping-particle": text,
  "non-dropping-particle": text,
  ORCID: text,
});
type CslName = z.infer<typeof cslName>;

/** The persons of a list, with the ids that they have, and whether the list is cut. */
export function authorsOf(names: readonly CslName[]): Pick<Reference, "authors" | "authorsCut"> {
  const written = names.map((one) => ({ whole: nameOf(one), orcid: one.ORCID ?? "" }));
  const { cut } = withoutOthers(written.map(({ whole }) => whole));
  const authors = written.flatMap(({ whole, orcid }) => {
    const id = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/.exec(orcid)?.[0];
    return withoutOthers([whole]).names.map((one) => ({ name: one, ...defined({ id }) }));
  });
  return { authors, authorsCut: cut };
}

function nameOf(one: CslName): string {
  return dividedNameOf(one).name;
}

/** A name in its order, with its family name. */
export function dividedNameOf(one: CslName): DividedName {
  const prefix = [one["dropping-particle"], one["non-dropping-particle"]]
    .filter((particle) => particle !== undefined)
    .join(" ");
  const { family = "", given, suffix } = one;
  const divided = nameOfFields({ family, given, prefix, suffix });
  const whole = withoutEastAsianSpace(withoutRaisedMarks(one.literal ?? one.name ?? "").trim());
  return divided.name === "" ? { name: whole, family: whole } : divided;
}
