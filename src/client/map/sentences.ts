import { sentencesInAFile } from "./map-data.ts";

/**
 * Looks up the first sentence of a paper's abstract. The files are loaded when somebody points at a paper,
 * each once. Empty where there is no abstract or its file cannot be loaded: a card is complete without.
 */
export function loadSentences(address: string): (paper: number) => Promise<string> {
  const files = new Map<number, Promise<string[]>>();
  return async (paper) => {
    const number = Math.floor(paper / sentencesInAFile);
    const file = files.get(number) ?? fetchFile(`${address}${number}.json`);
    files.set(number, file);
    try {
      return (await file)[paper % sentencesInAFile] ?? "";
    } catch {
      // The network may come back.
      files.delete(number);
      return "";
    }
  };
}

async function fetchFile(address: string): Promise<string[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const sentences: string[] = await response.json();
  return sentences;
}
