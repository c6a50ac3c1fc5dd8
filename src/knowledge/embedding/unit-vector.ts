/**
 * Scales a vector to length one. Refuses what no index could rank: another number of dimensions than the others have,
 * a value that is no number, or no length at all.
 */
export function toUnitVector(values: ArrayLike<number>, dimensions: number | null): Float32Array {
  if (values.length === 0) throw new RangeError('The encoder gave an empty vector.');
  if (dimensions !== null && values.length !== dimensions) {
    throw new RangeError(`The encoder gave ${values.length} dimensions where ${dimensions} were expected.`);
  }
  const unit = Float32Array.from(values);
  let squares = 0;
  for (const value of unit) squares += value * value;
  if (!Number.isFinite(squares)) throw new RangeError('The encoder gave a vector with a value that is not a number.');
  if (squares === 0) throw new RangeError('The encoder gave a vector of zeros.');
  const scale = 1 / Math.sqrt(squares);
  for (let at = 0; at < unit.length; at += 1) unit[at] = (unit[at] ?? 0) * scale;
  return unit;
}
