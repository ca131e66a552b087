import type { Token } from "./tokens.ts";

interface TrieNode {
  children: Map<string, TrieNode>;
  phrases: number[];
}

export interface PhraseMatch {
  /** The number under which the phrase was added. */
  phrase: number;
  /** The first token, and the one after the last. */
  from: number;
  to: number;
}

/**
 * Phrases as a tree of word keys. A text is read once, whatever the number of phrases: the work at
 * each word is bounded by the longest phrase.
 */
export class PhraseTrie {
  readonly #root: TrieNode = { children: new Map(), phrases: [] };

  add(keys: readonly string[], phrase: number): void {
    let node = this.#root;
    for (const key of keys) {
      let next = node.children.get(key);
      if (next === undefined) {
        next = { children: new Map(), phrases: [] };
        node.children.set(key, next);
      }
      node = next;
    }
    if (node !== this.#root && !node.phrases.includes(phrase)) node.phrases.push(phrase);
  }

  /** All matches, in the order of their first word, then of their length. */
  scan(tokens: readonly Token[]): PhraseMatch[] {
    const matches: PhraseMatch[] = [];
    for (let from = 0; from < tokens.length; from++) {
      const sentence = tokens[from]?.sentence;
      let nodes = [this.#root];
      for (let at = from; nodes.length > 0; at++) {
        const token = tokens[at];
        if (token === undefined || token.sentence !== sentence) break;
        const next: TrieNode[] = [];
        for (const node of nodes) {
          for (const key of token.keys) {
            const child = node.children.get(key);
            if (child) next.push(child);
          }
        }
        for (const { phrases } of next) {
          for (const phrase of phrases) matches.push({ phrase, from, to: at + 1 });
        }
        nodes = next;
      }
    }
    return matches;
  }
}
