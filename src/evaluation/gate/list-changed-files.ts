type Digests = Readonly<Record<string, string>> | undefined;

/** Files whose digests differ, or that only one side has, ascending; none where a side does not tell. */
export function listChangedFiles(before: Digests, after: Digests): string[] {
  if (before === undefined || after === undefined) return [];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.filter((name) => before[name] !== after[name]);
}
