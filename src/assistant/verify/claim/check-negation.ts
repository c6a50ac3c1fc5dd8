import { CARRIED, type Comparison } from './comparison.ts';
import type { ClaimRejection } from './rejection.ts';
import { isSpokenOf, scopeOf } from './scope-of.ts';
import { hitsOf, type Statement } from './statement.ts';

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
export function checkNegation({ claim, evidence, carried, taken, soft }: Comparison): ClaimRejection | null {
  const said = hitsOf(claim, 'denial');
  const quoted = hitsOf(evidence, 'denial');
  for (const { meaning, from, to } of said.filter(({ meaning }) => meaning.isPlain)) {
    if (quoted.length === 0) return 'negation';
    if (!meaning.isPlain) continue;
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
  for (const { meaning, from, to } of quoted) {
    if (meaning.isPlain && isSpokenOf(scopeOf(evidence, from, to, soft), taken)) return 'negation';
  }
  return null;
}
