/** What no figure of a run shows; each report says so. */
export const KNOWN_LIMITS: readonly string[] = [
  'The cases are written by people who build this product or had only the guides; no clinician has signed them.',
  'A fact counts as stated when one of its accepted forms stands in the answer. Whether the answer helps its reader is for people to judge.',
  'Whether sources carry a sentence is judged by the verifier named above: that measures consistency with the guides, not truth.',
  'The costs of confusing two outcomes order the cases; they are our own judgement.',
  'Whether the guides are right is not measured: what looks wrong in them is listed in docs/corpus-findings.md.',
];
