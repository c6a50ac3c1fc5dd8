import { CARRIED, type Comparison } from './comparison.ts';
import type { ClaimRejection } from './rejection.ts';
import { isSpokenOf, scopeOf } from './scope-of.ts';
import { hitsOf, type Statement } from './statement.ts';
import type { TermIndex } from './term-index.ts';

/** Two plain denials in one clause say yes, but for "neither … nor". */
function turnsTwice(statement: Statement): boolean {
  const plain = hitsOf(statement, 'denial').filter(
    ({ meaning, from }) => meaning.isPlain && statement.words[from]?.stem !== 'nor',
  );
  const inOtherWords = hitsOf(statement, 'denial').filter(({ meaning }) => !meaning.isPlain);
  const isDenied = inOtherWords.some(({ from }) => plain.some(({ to }) => to <= from && from - to < 2));
  return (
    isDenied ||
    plain.some(({ from }, i) => plain.slice(i + 1).some((o) => statement.clauses[o.from] === statement.clauses[from]))
  );
}

/** What the quotes deny is denied, and nothing else is. */
export function checkNegation(
  { claim, evidence, carried, taken, soft }: Comparison,
  terms: Pick<TermIndex, 'impliedBy'>,
): ClaimRejection | null {
  // "Non-small cell" denies nothing.
  const names = hitsOf(claim, 'term');
  const said = hitsOf(claim, 'denial').filter((hit) => !names.some(({ from, to }) => from <= hit.from && to >= hit.to));
  const quoted = hitsOf(evidence, 'denial');
  for (const { from, to } of said.filter(({ meaning }) => meaning.isPlain)) {
    if (quoted.length === 0) return 'negation';
    // A cell that says "None" denies whatever its row and column speak of.
    if (quoted.some((hit) => hit.meaning.isPlain && scopeOf(evidence, hit.from, hit.to, soft).length === 0)) continue;
    const scope = scopeOf(claim, from, to, soft);
    const clauses = new Set(quoted.map((hit) => evidence.clauses[hit.from]));
    const inDenied = (at: number): boolean => {
      const word = claim.words[at];
      const ids = claim.idsAt[at] ?? [];
      return evidence.words.some(
        (other, i) =>
          clauses.has(evidence.clauses[i] ?? -1) &&
          (other.stem === word?.stem || (evidence.idsAt[i] ?? []).some((id) => ids.includes(id))),
      );
    };
    const known = scope.filter((at) => (carried[at] ?? 0) >= CARRIED);
    if (known.length > 0 && !known.some(inDenied)) return 'negation';
  }
  if (turnsTwice(claim) && !turnsTwice(evidence)) return 'negation';
  if (said.length > 0) return null;
  const isLess = hitsOf(claim, 'side').some(({ meaning }) => meaning.pair === 0 && meaning.side === 1);
  for (const { meaning } of isLess ? [] : hitsOf(evidence, 'term')) {
    const { denied } = terms.impliedBy(meaning.id);
    if (!claim.ids.has(meaning.id) && [...denied].some((stem) => claim.stems.has(stem))) return 'negation';
  }
  for (const { meaning, from, to } of quoted) {
    if (meaning.isPlain && isSpokenOf(scopeOf(evidence, from, to, soft), taken)) return 'negation';
  }
  return null;
}
