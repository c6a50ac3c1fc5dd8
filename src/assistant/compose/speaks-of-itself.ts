/** First person of an organisation: "We review your records", "Our coordinators". */
const FIRST_PERSON = /\b(we|our|us|ours)\b/iu;

/** Whether the organisation speaks of itself; such sentences answer only questions about it. */
export function speaksOfItself(text: string, names: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return FIRST_PERSON.test(text) || names.some((name) => lower.includes(name.toLowerCase()));
}
