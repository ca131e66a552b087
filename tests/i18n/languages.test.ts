import { afterAll, describe, expect, it } from "vitest";
import { dateFormats } from "../../src/archive/dates.ts";
import * as german from "../../src/i18n/de.ts";
import * as english from "../../src/i18n/en.ts";
import { interfaceLanguage, localeOf } from "../../src/i18n/languages.ts";
import { describeMessages } from "../../src/workspace/describe-messages.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readSite } from "../../src/workspace/read-site.ts";

import { removeWorkspaces, workspaceWith } from "../fixtures/workspaces.ts";

afterAll(removeWorkspaces);

async function settings(text: string) {
  const root = await workspaceWith({ "content/site.yaml": text });
  return readSite(workspaceAt(root));
}

describe("the interface strings", () => {
  it("are complete in German", () => {
    // Each section has its English type; this line checks that no section is missing.
    const complete: typeof english = german;
    expect(Object.keys(complete)).toEqual(Object.keys(english));
  });
});

describe("the language of a site", () => {
  it("may have a region, which sets dates and numbers", async () => {
    expect(["de", "de-AT", "en-US", "fr", "den"].map(interfaceLanguage)).toEqual([
      "de",
      "de",
      "en",
      undefined,
      undefined,
    ]);
    expect(await settings("language: de-AT\n")).toMatchObject({
      value: { language: "de-AT" },
      messages: [],
    });
    expect(dateFormats("de-AT").month("2025-01")).toBe("Jänner 2025");
    expect(dateFormats("de").month("2025-01")).toBe("Januar 2025");
    expect(localeOf("en")).toBe("en-GB");
  });

  it("is English if the interface is not translated into it, and a warning lists the languages", async () => {
    const { value, messages } = await settings("title: Lecture\nlanguage: fr\n");
    expect(value).toMatchObject({ title: "Lecture", language: "en" });
    expect(describeMessages(messages)).toMatchInlineSnapshot(`
      "content/site.yaml:2  warning  The interface is not translated into "fr", so the site is in English.  [untranslated-language]
          → Set language to one of: en (English), de (German). A region such as de-AT is fine.
      1 warning"
    `);
  });
});
