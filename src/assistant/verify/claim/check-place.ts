import type { Comparison } from './comparison.ts';
import type { ClaimRejection } from './rejection.ts';
import { shareBySentence } from './share-by-sentence.ts';
import { hitsOf } from './statement.ts';

/** By how many telling words more than in the name's own sentence. */
const CLEARLY = 1;

/**
 * What a claim says of a name stands in a sentence with that name: not in one that the quotes say of another of its kind, which
 * the claim does not name.
 */
export function checkPlace(comparison: Comparison): ClaimRejection | null {
  const { claim, evidence } = comparison;
  const quoted = hitsOf(evidence, 'term').filter(({ meaning }) => meaning.isName);
  const names = hitsOf(claim, 'term').filter(({ meaning }) => meaning.isName);
  const inTerm = new Set(
    hitsOf(claim, 'term').flatMap(({ from, to }) =>
      claim.words.flatMap((_, at) => (at >= from && at < to ? [at] : [])),
    ),
  );
  const sharesWithout = (kind: string) =>
    shareBySentence(comparison, (at) => {
      const isOfKind = names.some((name) => name.meaning.kind === kind && at >= name.from && at < name.to);
      return isOfKind || (!inTerm.has(at) && /^\p{Lu}/u.test(claim.words[at]?.surface ?? ''));
    });
  for (const { meaning } of names) {
    if (!evidence.ids.has(meaning.id)) continue;
    const shares = sharesWithout(meaning.kind);
    const home = new Set(quoted.flatMap((o) => (o.meaning.id === meaning.id ? [evidence.sentences[o.from]] : [])));
    const atHome = Math.max(0, ...[...shares].flatMap(([sentence, share]) => (home.has(sentence) ? [share] : [])));
    for (const [sentence, share] of shares) {
      if (home.has(sentence) || share < atHome + CLEARLY) continue;
      const isOfAnother = quoted.some(
        (o) =>
          evidence.sentences[o.from] === sentence && o.meaning.kind === meaning.kind && !claim.ids.has(o.meaning.id),
      );
      if (isOfAnother) return 'comparison';
    }
  }
  return null;
}
