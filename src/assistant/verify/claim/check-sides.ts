import type { Comparison } from './comparison.ts';
import { type Context, contextOf, shared } from './context-of.ts';
import type { ClaimRejection } from './rejection.ts';
import { type Hit, hitsOf, type Statement } from './statement.ts';

/** How far before a word a denial turns it round. */
const DENIAL_REACH = 4;
/** The pair that a sign speaks of, too: +15% is more. */
const AMOUNT = 0;
/** How much better the other side must fit. */
const BEYOND_DOUBT = 1.15;

function isDenied(statement: Statement, { from }: Hit): boolean {
  return hitsOf(statement, 'denial').some(
    ({ meaning, to }) =>
      meaning.isPlain &&
      to <= from &&
      from - to < DENIAL_REACH &&
      statement.clauses[to - 1] === statement.clauses[from],
  );
}

/** "More than 100" is a bound, not a direction. */
const isInQuantity = (statement: Statement, { from, to }: Hit): boolean =>
  (statement.inQuantity[from] ?? false) && (statement.inQuantity[to - 1] ?? false);

const bestFit = (context: Context, statement: Statement, hits: readonly Hit[], without: ReadonlySet<string>): number =>
  Math.max(0, ...hits.map(({ from, to }) => shared(context, contextOf(statement, from, to), without)));

/** Every direction of the claim is one of its quotes: a side is not carried by quotes on the other side only. */
export function checkSides({ claim, evidence }: Comparison): ClaimRejection | null {
  if (hitsOf(claim, 'demand').some(({ meaning }) => !evidence.ids.has(meaning.id))) return 'direction';
  const quoted = hitsOf(evidence, 'side').filter((hit) => !isInQuantity(evidence, hit));
  for (const hit of hitsOf(claim, 'side').filter((one) => !isInQuantity(claim, one))) {
    const { pair, side } = hit.meaning;
    const turned = isDenied(claim, hit);
    const sideOf = (other: (typeof quoted)[number]) =>
      isDenied(evidence, other) === turned ? other.meaning.side : ((1 - other.meaning.side) as 0 | 1);
    const ofPair = quoted.filter(({ meaning }) => meaning.pair === pair);
    const same = ofPair.filter((other) => sideOf(other) === side);
    const opposite = ofPair.filter((other) => sideOf(other) !== side);
    const signed = pair === AMOUNT && evidence.quantities.some(({ change }) => change === (side === 0 ? 'down' : 'up'));
    if (opposite.length === 0 && !signed) continue;
    if (same.length === 0) return 'direction';
    if (opposite.length === 0) continue;
    const without = new Set([`side ${pair} 0`, `side ${pair} 1`]);
    const context = contextOf(claim, hit.from, hit.to);
    const [here, there] = [bestFit(context, evidence, same, without), bestFit(context, evidence, opposite, without)];
    if (there > 0.5 && there > BEYOND_DOUBT * here) return 'direction';
  }
  return null;
}
