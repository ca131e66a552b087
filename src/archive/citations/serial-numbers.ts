/** Whether a text has the form of an ISSN: RIS has ISSN, ISBN and numbers of reports in one field. */
export function isIssn(text: string): boolean {
  return /^(?:ISSN:?\s*)?\d{4}-?\d{3}[\dX]$/i.test(text.trim());
}

/** Whether a text has the form of an ISBN, with or without hyphens. */
export function isIsbn(text: string): boolean {
  const digits = text
    .trim()
    .replace(/^ISBN(?:-1[03])?:?\s*/i, "")
    .replace(/[\s-]/g, "");
  return /^(?:97[89])?\d{9}[\dX]$/i.test(digits);
}
