/** The line of a sorted file (bytes ascending) whose first field is `key`, or null. Bisects; the text is never split. */
export function findLine(file: Buffer, key: string): string | null {
  const wanted = Buffer.from(`${key} `);
  let low = 0;
  let high = file.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = file.lastIndexOf(10, middle - 1) + 1;
    const order = file.compare(wanted, 0, wanted.length, start, Math.min(start + wanted.length, file.length));
    const end = file.indexOf(10, start);
    if (order === 0) return file.toString('latin1', start, end < 0 ? file.length : end);
    if (order < 0) low = end < 0 ? file.length : end + 1;
    else high = start;
  }
  return null;
}
