const epsilon = 1e-6;

/** Writes `rows` rows of `width` values to `out`, each with mean 0 and deviation 1, then scaled and shifted. */
export function normaliseRows(
  values: Float32Array,
  out: Float32Array,
  { rows, scale, shift }: { readonly rows: number; readonly scale: Float32Array; readonly shift: Float32Array },
): void {
  const width = scale.length;
  for (let row = 0; row < rows; row += 1) {
    const from = row * width;
    let sum = 0;
    for (let at = from; at < from + width; at += 1) sum += values[at] as number;
    const mean = sum / width;
    let squares = 0;
    for (let at = from; at < from + width; at += 1) squares += ((values[at] as number) - mean) ** 2;
    const factor = 1 / Math.sqrt(squares / width + epsilon);
    for (let at = 0; at < width; at += 1) {
      out[from + at] = ((values[from + at] as number) - mean) * factor * (scale[at] as number) + (shift[at] as number);
    }
  }
}
