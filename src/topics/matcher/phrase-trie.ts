import type { Token } from "./tokens.ts";

/** Used instead of a key: any word. */
export const anyWord = "*";

interface TrieNode {
  /** Absent at the end of a branch. */
  children?: Map<string, TrieNode>;
  /** The next node for any word. */
  any?: TrieNode;
  /** Numbers of the phrases that end here. */
  phrases: number[];
}

/** A phrase found in a text, in tokens. */
export interface PhraseMatch {
  /** The number under which the phrase was added. */
  phrase: number;
  /** The first token, and the token after the last. */
  from: number;
  to: number;
}

/**
 * Phrases as a tree of word keys. A text is read once, whatever the number of phrases: the work at
 * each word is bounded by the longest phrase that begins with it.
 */
export class PhraseTrie {
  readonly #root: TrieNode = { phrases: [] };

  add(keys: readonly string[], phrase: number): void {
    let node = this.#root;
    for (const key of keys) node = key === anyWord ? anyChild(node) : child(node, key);
    if (node !== this.#root && !node.phrases.includes(phrase)) node.phrases.push(phrase);
  }

  /** All matches, in the order of their first word. */
  scan(tokens: readonly Token[]): PhraseMatch[] {
    const matches: PhraseMatch[] = [];
    const { any, children } = this.#root;
    for (const [from, { keys, run }] of tokens.entries()) {
      if (any) walk(any, from, run, from + 1);
      for (const key of keys) {
        const next = children?.get(key);
        if (next) walk(next, from, run, from + 1);
      }
    }
    return matches;

    function walk(node: TrieNode, from: number, run: number, at: number): void {
      for (const phrase of node.phrases) matches.push({ phrase, from, to: at });
      const token = tokens[at];
      if (token === undefined || token.run !== run) return;
      if (node.any) walk(node.any, from, run, at + 1);
      if (node.children === undefined) return;
      for (const key of token.keys) {
        const next = node.children.get(key);
        if (next) walk(next, from, run, at + 1);
      }
    }
  }
}

function child(node: TrieNode, key: string): TrieNode {
  node.children ??= new Map();
  const known = node.children.get(key) ?? { phrases: [] };
  node.children.set(key, known);
  return known;
}

function anyChild(node: TrieNode): TrieNode {
  node.any ??= { phrases: [] };
  return node.any;
}
