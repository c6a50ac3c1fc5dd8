import { tokensOf } from '#assistant/ask/stem-sequence.ts';
import type { GlossaryEntry } from '#knowledge/organisation/read-glossary.ts';
import type { Token } from '#knowledge/words/tokenise.ts';
import type { ClaimRules } from './claim-rules.ts';

/** What a phrase stands for. */
export type Meaning =
  /** A glossary entry; `name` where nothing else of its kind stands in for it. */
  | { readonly type: 'term'; readonly id: string; readonly kind: string; readonly isName: boolean }
  /** One of several words that mean the same. */
  | { readonly type: 'group'; readonly id: string }
  | { readonly type: 'denial'; readonly id: 'denial'; readonly isPlain: boolean }
  | { readonly type: 'side'; readonly id: string; readonly pair: number; readonly side: 0 | 1 }
  /** Must be in the quotes, too. */
  | { readonly type: 'demand'; readonly id: string }
  /** Its words mean none of these here: "self-limiting" is not limited. */
  | { readonly type: 'idiom'; readonly id: 'idiom' }
  | { readonly type: 'level'; readonly id: string; readonly scale: number; readonly level: number };

interface Phrase {
  readonly stems: readonly string[];
  /** Must be written exactly so ("ALL"). */
  readonly exact: string | null;
  readonly meaning: Meaning;
}

/** Stems and meanings. */
export interface Implied {
  readonly stems: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  /** Stems of what it says the absence of: "progression" of "progression-free survival". */
  readonly denied: ReadonlySet<string>;
}

const NOTHING: Implied = { stems: new Set(), ids: new Set(), denied: new Set() };

export interface TermIndex {
  /** What begins at a word, longest first. */
  at(text: string, tokens: readonly Token[], index: number): ReadonlyArray<{ meaning: Meaning; length: number }>;
  /** What every way to write a name says: PFS speaks of progression. */
  impliedBy(id: string): Implied;
  /** The name of which evidence carries a claim of it: HCC is a liver cancer. Null where there is none. */
  widerThan(id: string): string | null;
}

export interface TermIndexDeps {
  readonly rules: ClaimRules;
  readonly glossary: readonly GlossaryEntry[];
  /** Groups of everyday and plain words that mean the same. */
  readonly groups: ReadonlyArray<readonly string[]>;
  readonly organisationNames: readonly string[];
}

/** Kinds of which every entry is a name. Of the others those are that are written with a capital or a digit. */
const NAME_KINDS = new Set(['disease', 'treatment', 'drug', 'regimen', 'organisation', 'country']);

const stemsOf = (phrase: string): string[] => tokensOf(phrase).map(({ stem }) => stem);

export function createTermIndex({ rules, glossary, groups, organisationNames }: TermIndexDeps): TermIndex {
  const byFirst = new Map<string, Phrase[]>();
  const add = (text: string, meaning: Meaning, exact: string | null = null) => {
    const stems = stemsOf(text);
    const [first] = stems;
    if (first === undefined) return;
    const list = byFirst.get(first);
    if (list) list.push({ stems, exact, meaning });
    else byFirst.set(first, [{ stems, exact, meaning }]);
  };

  const idOf = new Map<string, string>();
  const formsOf = new Map<string, string[]>();
  const kindOf = new Map<string, string>();
  const entries: ReadonlyArray<Pick<GlossaryEntry, 'term' | 'kind' | 'aliases' | 'related' | 'caseSensitive'>> = [
    ...glossary,
    ...rules.countries.map(([term = '', ...aliases]) => entryOf(term, 'country', aliases)),
    ...(organisationNames[0] === undefined
      ? []
      : [entryOf(organisationNames[0], 'organisation', organisationNames.slice(1))]),
  ];
  for (const { term, kind, aliases, caseSensitive } of entries) {
    const id = `term ${term}`;
    const isName = NAME_KINDS.has(kind) || /[\p{Lu}\d]/u.test(term);
    kindOf.set(id, kind);
    formsOf.set(id, [term, ...aliases]);
    for (const name of [term, ...aliases]) {
      idOf.set(stemsOf(name).join(' '), id);
      add(name, { type: 'term', id, kind, isName }, caseSensitive && !/\p{Ll}/u.test(name) ? name : null);
    }
  }
  // The first of what is related to a name is the wider word, where it is one of its kind: "liver cancer" of HCC.
  const widerOf = new Map<string, string>();
  for (const { term, kind, related } of entries) {
    const wider = idOf.get(stemsOf(related[0] ?? '').join(' '));
    if (wider !== undefined && /\p{Lu}/u.test(term) && kindOf.get(wider) === kind) widerOf.set(`term ${term}`, wider);
  }
  groups.forEach((group, i) => {
    for (const word of group) add(word, { type: 'group', id: `group ${i}` });
  });
  for (const word of rules.denies) add(word, { type: 'denial', id: 'denial', isPlain: true });
  for (const word of rules.deniesInOtherWords) add(word, { type: 'denial', id: 'denial', isPlain: false });
  rules.demanded.forEach((words, i) => {
    for (const word of words) add(word, { type: 'demand', id: `demand ${i}` });
  });
  rules.sides.forEach((pair, i) => {
    for (const side of [0, 1] as const)
      for (const word of pair[side]) add(word, { type: 'side', id: `side ${i} ${side}`, pair: i, side });
  });
  const silent = new Set(rules.notTelling);
  for (const phrase of silent) if (phrase.includes(' ')) add(phrase, { type: 'idiom', id: 'idiom' });
  rules.scales.forEach(({ levels }, scale) => {
    levels.forEach((words, level) => {
      for (const word of words.filter((one) => !silent.has(one)))
        add(word, { type: 'level', id: `level ${scale} ${level}`, scale, level });
    });
  });
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);

  const at: TermIndex['at'] = (text, tokens, index) =>
    (byFirst.get(tokens[index]?.stem ?? '') ?? [])
      .filter(({ stems, exact }) => {
        const fits = stems.every((stem, i) => tokens[index + i]?.stem === stem);
        return fits && (exact === null || text.startsWith(exact, tokens[index]?.start));
      })
      .map(({ meaning, stems }) => ({ meaning, length: stems.length }));

  const implied = new Map<string, Implied>();
  for (const [id, forms] of formsOf) {
    const [stems, ids, denied] = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (const form of forms) {
      const tokens = tokensOf(form);
      for (const [i, { stem }] of tokens.entries()) {
        stems.add(stem);
        if (tokens[i + 1]?.stem === 'free') denied.add(stem);
        for (const { meaning } of at(form, tokens, i)) if (meaning.type === 'group') ids.add(meaning.id);
      }
    }
    implied.set(id, { stems, ids, denied });
  }

  return {
    at,
    impliedBy: (id) => implied.get(id) ?? NOTHING,
    widerThan: (id) => widerOf.get(id) ?? null,
  };
}

const entryOf = (term: string, kind: string, aliases: readonly string[]) => ({
  term,
  kind,
  aliases: [...aliases],
  related: [],
  caseSensitive: /^\p{Lu}{2}$/u.test(term) || aliases.some((alias) => /^\p{Lu}{2}$/u.test(alias)),
});
