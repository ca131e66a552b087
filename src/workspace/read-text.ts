import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Message } from "../schemas/message.ts";
import { decode } from "../text/decode.ts";

/** Reads an owner's file in the encoding that its byte order mark names, and reports invalid bytes. */
export function readText(
  root: string,
  path: string,
): { file: string; text: string; messages: Message[] } {
  const file = relative(root, path).replaceAll("\\", "/");
  return { file, ...decode(file, readFileSync(path)) };
}
