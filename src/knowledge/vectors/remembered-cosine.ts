/** Vectors kept outside the graph: 32 MB at 512 dimensions, taken as they are used. */
const places = 16_384;

/**
 * Cosines of unit vectors by label. A vector comes out of the graph as a list of numbers, which takes ten times as long as
 * the sum does; so each is kept until another with the same place is needed.
 */
export function createCosine(
  read: (label: number) => ArrayLike<number>,
  dimensions: number,
  size: number,
): (query: Float32Array, label: number) => number {
  const kept = Math.min(places, size);
  const vectors = new Float32Array(kept * dimensions);
  const labels = new Int32Array(kept).fill(-1);

  return (query, label) => {
    const place = label % kept;
    const start = place * dimensions;
    if (labels[place] !== label) {
      vectors.set(read(label), start);
      labels[place] = label;
    }
    let sum = 0;
    for (let at = 0; at < dimensions; at += 1) sum += (vectors[start + at] as number) * (query[at] as number);
    return sum;
  };
}
