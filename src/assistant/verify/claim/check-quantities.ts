import type { Comparison } from './comparison.ts';
import { type Quantity, sameAmount } from './quantity.ts';
import type { ClaimRejection } from './rejection.ts';
import { hitsOf } from './statement.ts';

/** A bound may not be turned round or dropped; "about" may be added. */
const sameBound = (said: Quantity, quoted: Quantity): boolean =>
  said.bound === quoted.bound || (said.bound === 'about' && quoted.bound === 'exact');

/** A table may name the unit in its header, away from the number. */
function sameUnit(said: Quantity, quoted: Quantity, unitsNamed: ReadonlySet<string>): boolean {
  return said.unit === quoted.unit || (quoted.unit === null && said.unit !== null && unitsNamed.has(said.unit));
}

/** Every number, range, bound and unit of the claim stands in its quotes. */
export function checkQuantities({ claim, evidence, rules }: Comparison): ClaimRejection | null {
  const named = new Set<string>();
  for (const [name, forms] of rules.units)
    if (forms.some((form) => evidence.stems.has(form.toLowerCase())))
      named.add(name === 'year' ? 'month' : name === 'week' ? 'day' : name);
  const speaksOfChange = hitsOf(claim, 'side').length > 0;
  for (const said of claim.quantities) {
    const same = evidence.quantities.filter((quoted) => sameAmount(said, quoted));
    const fitting = same.filter((quoted) => sameUnit(said, quoted, named));
    if (
      fitting.some(
        (quoted) => sameBound(said, quoted) && (said.change !== null || speaksOfChange || quoted.change === null),
      )
    )
      continue;
    if (said.isOptional) continue;
    const isWritten = evidence.quantities.some(({ written }) => written.join() === said.written.join());
    return isWritten && fitting.length === 0 ? 'unit' : 'number';
  }
  return null;
}
