import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Message } from "../schemas/message.ts";
import { decode } from "../text/decode.ts";

/** An owner's file as text: byte order marks are honoured, and bytes that are no text are told. */
export function readText(
  root: string,
  path: string,
): { file: string; text: string; messages: Message[] } {
  const file = relative(root, path).replaceAll("\\", "/");
  return { file, ...decode(file, readFileSync(path)) };
}
