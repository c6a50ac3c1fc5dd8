import type { Comparison } from './comparison.ts';
import type { ClaimRejection } from './rejection.ts';
import { hitsOf, type Statement } from './statement.ts';

/** What stands before and behind each "than" of a statement, within its sentence. */
function listSides(
  statement: Statement,
): Array<{ readonly before: ReadonlySet<string>; readonly behind: ReadonlySet<string> }> {
  const terms = hitsOf(statement, 'term');
  return statement.words.flatMap(({ stem }, at) => {
    if (stem !== 'than' || statement.inQuantity[at]) return [];
    const sentence = statement.sentences[at];
    const ids = (isThere: (from: number) => boolean) =>
      new Set(
        terms.flatMap(({ meaning, from }) =>
          statement.sentences[from] === sentence && isThere(from) ? [meaning.id] : [],
        ),
      );
    return [{ before: ids((from) => from < at), behind: ids((from) => from > at) }];
  });
}

/** What is compared stands on the same side of "than" as in the quotes. That the direction is theirs is checked apart. */
export function checkThan({ claim, evidence }: Comparison): ClaimRejection | null {
  const quoted = listSides(evidence);
  for (const { before, behind } of listSides(claim)) {
    for (const other of quoted) {
      const hasMoved = [...behind].some((id) => !other.behind.has(id) && evidence.ids.has(id));
      const hasReturned = [...before].some((id) => other.behind.has(id) && !other.before.has(id) && !behind.has(id));
      if (hasMoved && hasReturned) return 'comparison';
    }
  }
  return null;
}
