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
  /** The first nodes for the keys of a word. Texts repeat words, and most begin no phrase. */
  #begun = new WeakMap<readonly string[], readonly TrieNode[]>();

  add(keys: readonly string[], phrase: number): void {
    this.#begun = new WeakMap();
    let node = this.#root;
    for (const key of keys) node = key === anyWord ? anyChild(node) : child(node, key);
    if (node !== this.#root && !node.phrases.includes(phrase)) node.phrases.push(phrase);
  }

  /** All matches, in the order of their first word. */
  scan(tokens: readonly Token[]): PhraseMatch[] {
    const matches: PhraseMatch[] = [];
    for (let from = 0; from < tokens.length; from++) {
      const token = tokens[from];
      if (!token) continue;
      for (const node of this.#nodesFor(token.keys)) walk(node, from, token.run, from + 1);
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

  #nodesFor(keys: readonly string[]): readonly TrieNode[] {
    const known = this.#begun.get(keys);
    if (known) return known;
    const { any, children } = this.#root;
    const nodes = [...(any ? [any] : []), ...keys.flatMap((key) => children?.get(key) ?? [])];
    this.#begun.set(keys, nodes);
    return nodes;
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
