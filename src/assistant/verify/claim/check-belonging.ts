import type { Comparison } from './comparison.ts';
import { contextOf, shared } from './context-of.ts';
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

/** How much better the exchanged reading must fit. */
const BEYOND_DOUBT = 1.2;
const ENOUGH = 0.6;

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

/** Each figure and each name belongs to what it belongs to in the quotes: exchanging two of a kind must not fit better. */
export function checkBelonging(comparison: Comparison): ClaimRejection | null {
  const { claim, evidence } = comparison;
  const likeness = (a: Item, b: Item, without: ReadonlySet<string>): number => {
    const all = a.inClaim.flatMap(([from, to]) =>
      b.inEvidence.map(([f, t]) => shared(contextOf(claim, from, to), contextOf(evidence, f, t), without)),
    );
    return Math.max(0, ...all);
  };
  for (const items of [listNumbers(comparison), listNames(comparison)]) {
    for (const [i, a] of items.entries()) {
      for (const b of items.slice(i + 1)) {
        if (a.kind !== b.kind || a.key === b.key) continue;
        const without = new Set([a.key, b.key]);
        const straight = likeness(a, a, without) + likeness(b, b, without);
        const exchanged = likeness(a, b, without) + likeness(b, a, without);
        if (exchanged > ENOUGH && exchanged > BEYOND_DOUBT * straight) return 'comparison';
      }
    }
  }
  return null;
}
