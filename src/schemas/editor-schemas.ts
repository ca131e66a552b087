import { z } from "zod";
import { ownLexicon } from "./lexicon.ts";
import { links } from "./links.ts";
import { note } from "./note.ts";
import { listedPaper } from "./reading-list.ts";
import { removed } from "./removed.ts";
import { site } from "./site.ts";
import { topicsOverlay } from "./topic.ts";

/** A kind of file that owners write by hand, for editors that check it and show what its settings mean. */
interface EditorSchema {
  /** The name of the JSON Schema in `schemas/`. */
  name: string;
  /** What the file is. */
  title: string;
  /** The files, as a pattern of paths in the archive. */
  files: string[];
  schema: z.ZodType;
  /** Whether every value is read as text, so that a number or an empty value is allowed where text is. */
  readsText?: boolean;
}

const papers = z.array(listedPaper).describe("The papers.");

/** The files of an archive for which editors get a JSON Schema. */
export const editorSchemas: readonly EditorSchema[] = [
  { name: "site", title: "The settings of an archive", files: ["content/site.yaml"], schema: site },
  {
    name: "topics",
    title: "The topics of an archive, besides the shipped ones",
    files: ["content/topics.yaml"],
    schema: topicsOverlay,
  },
  {
    name: "lexicon",
    title: "Words by which readers search",
    files: ["content/lexicon.yaml"],
    schema: ownLexicon,
  },
  {
    name: "removed",
    title: "Papers that were removed",
    files: ["content/removed.yaml"],
    schema: removed,
  },
  {
    name: "links",
    title: "Files that each ingest copies into seeds/",
    files: ["content/links.yaml"],
    schema: links,
  },
  {
    name: "note",
    title: "The head of a note about a paper",
    files: ["content/notes/*.mdx"],
    schema: note,
  },
  {
    name: "reading-list",
    title: "Papers, written by hand",
    files: ["seeds/**/*.yaml", "seeds/**/*.yml"],
    schema: z.union([papers, z.looseObject({ papers }), listedPaper]),
    readsText: true,
  },
];

/** The text of a file in `schemas/`: a JSON Schema of draft 7, which editors know best. */
export function editorSchemaText({ title, schema, readsText = false }: EditorSchema): string {
  const json = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-7",
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      if (def.type === "string") describeText(zodSchema, jsonSchema);
      if (def.type === "record") nameKeys(jsonSchema);
      if (readsText && jsonSchema.type === "string" && jsonSchema.enum === undefined) {
        Object.assign(jsonSchema, { type: ["string", "number", "boolean", "null"] });
      }
    },
  });
  const { $schema, ...rest } = json;
  return `${JSON.stringify({ $schema, title, ...rest }, undefined, 2)}\n`;
}

/** Replaces what editors check differently, and says in words what a pattern asks for. */
function describeText(schema: z.core.$ZodType, json: z.core.JSONSchema.BaseSchema): void {
  if (json.format === "uri") {
    json.pattern = "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$";
    json["patternErrorMessage"] = 'Write a web address, such as "https://example.org".';
  } else if (json.format === "date") {
    json["patternErrorMessage"] = "Write a valid date, such as 2025-10-31.";
  } else if (json.pattern !== undefined) {
    const reason = schema instanceof z.ZodType && wanted(schema);
    if (reason) json["patternErrorMessage"] = `Write ${reason}.`;
  }
  delete json.format;
}

/** What a schema with a pattern says about texts that do not fit. */
function wanted(schema: z.ZodType): string | undefined {
  // No pattern of these schemas allows a line break.
  const issues = schema.safeParse("\n").error?.issues ?? [];
  return issues.find(({ code }) => code === "invalid_format")?.message;
}

/** Gives an object whose names are a list of words these as its properties, so that editors offer them. */
function nameKeys(json: z.core.JSONSchema.BaseSchema): void {
  const { propertyNames, additionalProperties } = json;
  const names = typeof propertyNames === "object" ? propertyNames.enum : undefined;
  if (!names || additionalProperties === undefined) return;
  delete json.propertyNames;
  json.properties = Object.fromEntries(names.map((name) => [String(name), additionalProperties]));
  json.additionalProperties = false;
}
