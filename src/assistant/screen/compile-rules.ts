import type { Lists, ViewWords } from './message-view.ts';
import { normaliseText } from './normalise-text.ts';
import type { Atom, Pattern, Sequence } from './pattern.ts';
import type { Rule, RuleFile, Thresholds } from './rule-file.ts';
import type { TokeniserWords } from './tokenise-message.ts';
import { createTriggers, indexByKey, type TriggerKey } from './trigger-keys.ts';
import { createReadings } from './word-readings.ts';

/** Longer than any prefix of a rule. */
const MAX_PREFIX = 20;

/** Lists that code fills rather than files. */
const COMPUTED_LISTS = ['@fever', '@warm', '@cold', '@question', '@start', '@end'] as const;

export interface LanguageProfile {
  readonly functionWords: ReadonlyMap<string, ReadonlySet<string>>;
  readonly scripts: ReadonlyMap<string, string>;
}

export interface ScreenRules extends ViewWords {
  readonly rules: readonly Rule[];
  /** Patterns of all rules by the keys of which a message must hold one. */
  readonly patternIndex: ReadonlyMap<TriggerKey, readonly Pattern[]>;
  readonly tokeniser: TokeniserWords;
  readonly thresholds: Thresholds;
  readonly languages: LanguageProfile;
}

function* atomsOf(sequences: readonly Sequence[]): Iterable<Atom> {
  for (const sequence of sequences) {
    for (const { atom } of sequence) {
      yield atom;
      if (atom.kind === 'group') yield* atomsOf(atom.options);
    }
  }
}

const sequencesOf = (rule: Rule): Sequence[] =>
  [...rule.when, ...(rule.unless ?? [])].flatMap(({ terms }) => terms.flatMap(({ options }) => options));

/** `mul` files hold several languages. */
const isForeign = (language: string): boolean => language !== 'en' && language !== 'mul';

/** Lists of the same name in several files are one list. */
function mergeLists(files: readonly RuleFile[]): Map<string, Sequence[]> {
  const lists = new Map<string, Sequence[]>();
  for (const { define = {} } of files) {
    for (const [name, sequences] of Object.entries(define)) {
      lists.set(name, [...(lists.get(name) ?? []), ...sequences]);
    }
  }
  return lists;
}

function assertListsExist(owner: string, sequences: readonly Sequence[], lists: Lists): void {
  for (const atom of atomsOf(sequences)) {
    if (atom.kind !== 'list' || lists.has(atom.name)) continue;
    if ((COMPUTED_LISTS as readonly string[]).includes(atom.name)) continue;
    throw new Error(`${owner}: no list is called <${atom.name}>`);
  }
}

/** Joins the rule files. Throws naming the file and key of a doubled rule id or an unknown list. */
export function compileRules(
  files: ReadonlyMap<string, RuleFile>,
  spelling: { readonly expansions: Readonly<Record<string, string>>; readonly notSlips: readonly string[] },
): Omit<ScreenRules, 'thresholds' | 'languages'> {
  const lists = mergeLists([...files.values()]);
  const rules: Rule[] = [];
  const ids = new Set<string>();
  const prefixes = new Set<string>();
  const suffixes = new Set<string>();
  const known = new Set<string>();
  /** Foreign beginnings must not hide a slip in an English word. */
  const englishPrefixes = new Set<string>();
  const gather = (sequences: readonly Sequence[], english: boolean): void => {
    for (const atom of atomsOf(sequences)) {
      if (atom.kind === 'prefix') prefixes.add(atom.prefix);
      if (atom.kind === 'prefix' && english) englishPrefixes.add(atom.prefix);
      if (atom.kind === 'suffix') suffixes.add(atom.suffix);
      if (atom.kind === 'word' && english) known.add(atom.word);
    }
  };
  for (const [file, { rules: own = [], define = {}, signal, language }] of files) {
    for (const [name, sequences] of Object.entries(define)) {
      assertListsExist(`${file}: define.${name}`, sequences, lists);
      gather(sequences, language === 'en');
    }
    for (const rule of own) {
      if (!signal) throw new Error(`${file}: rules need a signal`);
      if (ids.has(rule.id)) throw new Error(`${file}: rules.${rule.id}: this id is used twice`);
      if ((signal === 'red_flag') !== (rule.level !== undefined)) {
        throw new Error(`${file}: rules.${rule.id}.level: red flags have a level, other rules have none`);
      }
      ids.add(rule.id);
      const complete = { ...rule, signal, ...(isForeign(language) && { language }) };
      assertListsExist(`${file}: rules.${rule.id}`, sequencesOf(complete), lists);
      gather(sequencesOf(complete), language === 'en');
      rules.push(complete);
    }
  }
  const knownPrefix = (word: string): boolean => {
    for (let n = 3; n <= Math.min(word.length, MAX_PREFIX); n += 1)
      if (englishPrefixes.has(word.slice(0, n))) return true;
    return false;
  };
  const expansions = new Map(
    Object.entries(spelling.expansions).map(([short, long]) => [normaliseText(short).text, long.split(' ')]),
  );
  const readings = createReadings({ known, knownPrefix, notSlips: new Set(spelling.notSlips) });
  const triggers = createTriggers(lists);
  const patterns = rules.flatMap(({ when, unless = [] }) => [...when, ...unless]);
  return {
    rules,
    lists,
    listIndex: new Map([...lists].map(([name, all]) => [name, indexByKey(all, triggers.ofSequence)])),
    patternIndex: indexByKey(patterns, triggers.ofPattern),
    prefixes,
    suffixes,
    tokeniser: { expansions, readings },
  };
}
