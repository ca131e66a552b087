import { element } from "../../element.ts";

/** Downloads a text as a file. Its name ends with the date, so that a later one does not replace it. */
export function downloadText(name: string, extension: string, type: string, text: string): void {
  const day = new Date().toISOString().slice(0, 10);
  downloadFile(`${name}-${day}.${extension}`, type, text);
}

/** Downloads a text as a file of this name. */
export function downloadFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = element("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
