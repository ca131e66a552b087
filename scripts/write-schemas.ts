import { editorSchemas, editorSchemaText } from "../src/schemas/editor-schemas.ts";
import { writeDocuments } from "./write-document.ts";

await writeDocuments({
  name: "npm run docs:schemas",
  summary: "Writes schemas/, the JSON Schemas for editors, from the schemas in src/schemas/.",
  make: () =>
    Object.fromEntries(
      editorSchemas.map((one) => [`docs/schemas/${one.name}.json`, editorSchemaText(one)]),
    ),
});
