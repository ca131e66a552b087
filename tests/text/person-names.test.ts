import { describe, expect, it } from "vitest";
import { familyFirst, familyToKeep, readNames } from "../../src/archive/citations/names.ts";
import { nameInText, namesInFields } from "../../src/text/person-names.ts";

describe("a name with a comma", () => {
  it.each([
    ["Kumar, V.", "V. Kumar"],
    ["Ivanov, I", "I Ivanov"],
    ["de Rodrigo, I.", "I. de Rodrigo"],
    ["García Márquez, V.", "V. García Márquez"],
    ["Smith, M. D.", "M. D. Smith"],
    ["Smith, MD", "MD Smith"],
    ["Lenin, VI", "VI Lenin"],
    ["Smith, V., Jr.", "V. Smith, Jr."],
    ["Smith, Jr., V.", "V. Smith, Jr."],
    ["Ford, Henry, V", "Henry Ford, V"],
    ["Ford, III, Henry", "Henry Ford, III"],
    ["Henry Ford, II", "Henry Ford, II"],
    ["Henry Ford, M.D.", "Henry Ford, M.D."],
  ])("has initials that could follow a name as given names: %s", (written, name) => {
    expect(nameInText(written)).toBe(name);
    const [parts] = readNames([name]);
    expect(parts && nameInText(familyFirst(parts))).toBe(name);
  });

  it("keeps a family name only where it divides the name", () => {
    expect(familyToKeep("Gabriel García Márquez", "García Márquez")).toBe("García Márquez");
    expect(familyToKeep("李明", "李")).toBeUndefined();
  });

  it("has nothing but a suffix after a family name alone", () => {
    expect(["Ford, III", "King, Jr."].map(nameInText)).toEqual(["Ford, III", "King, Jr."]);
  });

  it("is one of many where initials could follow a name", () => {
    const { names } = namesInFields(["Kumar, V., Li, I., Cheng, B."]);
    expect(names).toEqual(["V. Kumar", "I. Li", "B. Cheng"]);
    expect(namesInFields(["Bennett, Hans, Jr."]).names).toEqual(["Hans Bennett, Jr."]);
  });
});
