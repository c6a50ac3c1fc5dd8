import type { Hit, MessageView } from './message-view.ts';

const MIN_WORD = 4;

export interface KnownWords {
  /** Whether a lower-case word stands in the corpus. */
  readonly vocabulary: Pick<ReadonlySet<string>, 'has'>;
  readonly organisationNames: readonly string[];
}

const normal = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export function namesOrganisation(text: string, names: readonly string[]): boolean {
  const spaced = ` ${normal(text)} `;
  return names.some((name) => spaced.includes(` ${normal(name)} `));
}

/** A medical word or affix, whatever the subject. */
export function hasMedicalWord(view: MessageView): boolean {
  const not = view.list('medical.not');
  return view.list('medical.word').some((hit) => !not.some((other) => hit.start < other.end && other.start < hit.end));
}

/** A word of the corpus that is no everyday word, outside `ignored`. */
export function hasCorpusWord(
  view: MessageView,
  vocabulary: KnownWords['vocabulary'],
  ignored: readonly Hit[],
): boolean {
  const everyday = new Set(view.list('medical.everyday').map(({ start }) => start));
  return view.tokens.some(
    ({ word, number }, at) =>
      number === null &&
      word.length >= MIN_WORD &&
      vocabulary.has(word) &&
      !everyday.has(at) &&
      !ignored.some(({ start, end }) => at >= start && at < end),
  );
}
