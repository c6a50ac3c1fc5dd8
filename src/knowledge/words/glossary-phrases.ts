import { joinCompounds } from './join-compounds.ts';
import { type Token, tokenise } from './tokenise.ts';

/** What of a glossary entry a search needs. */
export interface GlossaryNames {
  readonly term: string;
  readonly aliases: readonly string[];
  readonly related: readonly string[];
  readonly caseSensitive: boolean;
}

export interface FoundEntry {
  /** Stems of the name that stands in the text. */
  readonly named: readonly string[];
  /** Stems of all its names, one list for each. */
  readonly aliases: ReadonlyArray<readonly string[]>;
  readonly related: ReadonlyArray<readonly string[]>;
}

export interface GlossaryPhrases {
  /** Entries named in the text; the longest name counts where one holds another. */
  find(tokens: readonly Token[]): FoundEntry[];
  knows(stem: string): boolean;
  readonly stems: ReadonlySet<string>;
}

interface Phrase {
  readonly stems: readonly string[];
  /** As it must be written, where only the exact letters mean it. */
  readonly exact: string | null;
  readonly entry: Omit<FoundEntry, 'named'>;
}

/** The names of a glossary, ready to be found in a question. */
export function readGlossaryPhrases(entries: readonly GlossaryNames[]): GlossaryPhrases {
  const byFirstStem = new Map<string, Phrase[]>();
  const stems = new Set<string>();
  for (const entry of entries) {
    const found = { aliases: [entry.term, ...entry.aliases].map(searchStems), related: entry.related.map(searchStems) };
    for (const name of [entry.term, ...entry.aliases]) {
      const exact = entry.caseSensitive && !/\p{Ll}/u.test(name) ? name : null;
      for (const sequence of writings(name)) {
        const [first] = sequence;
        if (first === undefined) continue;
        byFirstStem.set(first, [...(byFirstStem.get(first) ?? []), { stems: sequence, exact, entry: found }]);
        for (const stem of sequence) stems.add(stem);
      }
    }
  }
  for (const phrases of byFirstStem.values()) phrases.sort((a, b) => b.stems.length - a.stems.length);

  return {
    stems,
    knows: (stem) => stems.has(stem),
    find(tokens) {
      const found = new Map<Phrase['entry'], FoundEntry>();
      for (let at = 0; at < tokens.length; ) {
        const matches = (byFirstStem.get(tokens[at]?.stem ?? '') ?? []).filter((phrase) => stands(phrase, tokens, at));
        const longest = matches[0]?.stems.length ?? 1;
        for (const phrase of matches)
          if (phrase.stems.length === longest) found.set(phrase.entry, { ...phrase.entry, named: phrase.stems });
        at += longest;
      }
      return [...found.values()];
    },
  };
}

/** A name as its words, and, where it is hyphenated as a whole, also as one ("CAR-T", "cart"). */
function writings(name: string): string[][] {
  const tokens = tokenise(name);
  const [compound] = joinCompounds(tokens);
  const words = tokens.map((token) => token.stem);
  return compound?.last === tokens.length && compound.first === 0 ? [words, [compound.stem]] : [words];
}

function searchStems(name: string): string[] {
  return tokenise(name)
    .filter((token) => !token.isStop)
    .map((token) => token.stem);
}

function stands(phrase: Phrase, tokens: readonly Token[], at: number): boolean {
  if (!phrase.stems.every((stem, offset) => tokens[at + offset]?.stem === stem)) return false;
  if (phrase.exact === null) return true;
  const surfaces = tokens.slice(at, at + phrase.stems.length).map((token) => token.surface);
  return (
    surfaces.join(' ') ===
    tokenise(phrase.exact)
      .map((token) => token.surface)
      .join(' ')
  );
}
