import type { Comparison } from './comparison.ts';
import { type Context, contextOf, preference } from './context-of.ts';
import { sameAmount } from './quantity.ts';
import type { ClaimRejection } from './rejection.ts';
import { hitsOf, type Statement, wordAt } from './statement.ts';

/** Something that can be confused with another of its kind, where it stands in claim and quotes. */
interface Item {
  readonly key: string;
  readonly kind: string;
  readonly inClaim: ReadonlyArray<readonly [number, number]>;
  readonly inEvidence: ReadonlyArray<readonly [number, number]>;
}

/** From how clear a preference on the exchanged reading is taken: of two in the claim, of one with another in the quotes. */
const DOUBT = { both: 0.2, one: 0.4 };

const placeOf = (statement: Statement, { start, end }: { start: number; end: number }): [number, number] => {
  const from = wordAt(statement, start);
  return [from, Math.max(from + 1, wordAt(statement, end - 1) + 1)];
};

function listNumbers({ claim, evidence }: Comparison): Item[] {
  return claim.quantities.flatMap((said) => {
    const quoted = evidence.quantities.filter((other) => sameAmount(said, other) && said.unit === other.unit);
    if (quoted.length === 0 || said.isOptional) return [];
    return [
      {
        key: `${said.low}–${said.high}`,
        kind: `number ${said.unit}`,
        inClaim: [placeOf(claim, said)],
        inEvidence: quoted.map((other) => placeOf(evidence, other)),
      },
    ];
  });
}

function listNames({ claim, evidence }: Comparison): Item[] {
  const items = new Map<string, Item>();
  for (const { meaning } of hitsOf(claim, 'term')) {
    const places = (statement: Statement) =>
      hitsOf(statement, 'term')
        .filter((hit) => hit.meaning.id === meaning.id)
        .map(({ from, to }) => [from, to] as const);
    if (meaning.isName)
      items.set(meaning.id, {
        key: meaning.id,
        kind: meaning.kind,
        inClaim: places(claim),
        inEvidence: places(evidence),
      });
  }
  return [...items.values()].filter(({ inEvidence }) => inEvidence.length > 0);
}

/** Quantities that only the quotes hold. */
function otherNumbers({ claim, evidence }: Comparison): Item[] {
  return evidence.quantities
    .filter((quoted) => !claim.quantities.some((said) => sameAmount(said, quoted)))
    .map((quoted) => ({
      key: `${quoted.low}–${quoted.high}`,
      kind: `number ${quoted.unit}`,
      inClaim: [],
      inEvidence: [placeOf(evidence, quoted)],
    }));
}

/** The contexts of several places as one: how near a word ever stands. */
function merge(statement: Statement, places: Item['inClaim']): Context {
  const merged = new Map<string, number>();
  for (const [from, to] of places)
    for (const [name, near] of contextOf(statement, from, to)) merged.set(name, Math.max(merged.get(name) ?? 0, near));
  return merged;
}

/** Each figure and each name belongs to what it belongs to in the quotes: exchanging two of a kind must not fit better. */
export function checkBelonging(comparison: Comparison): ClaimRejection | null {
  const { claim, evidence } = comparison;
  const read = (item: Item) => ({
    ...item,
    said: merge(claim, item.inClaim),
    quoted: merge(evidence, item.inEvidence),
  });
  const numbers = listNumbers(comparison).map(read);
  for (const items of [numbers, listNames(comparison).map(read)]) {
    for (const [i, a] of items.entries()) {
      for (const b of items.slice(i + 1)) {
        if (a.kind !== b.kind || a.key === b.key) continue;
        const without = new Set([a.key, b.key]);
        if (
          preference(a.said, b.quoted, a.quoted, without) + preference(b.said, a.quoted, b.quoted, without) >
          DOUBT.both
        )
          return 'comparison';
      }
    }
  }
  const others = otherNumbers(comparison).map(read);
  for (const a of numbers)
    for (const b of others)
      if (a.kind === b.kind && preference(a.said, b.quoted, a.quoted, new Set()) > DOUBT.one) return 'comparison';
  return null;
}
