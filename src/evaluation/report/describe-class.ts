/** Classes of the decision matrix in the reader's words, in the order in which they are shown: what is most urgent first. */
const names: ReadonlyMap<string, string> = new Map([
  ['escalated/emergency', 'Emergency card'],
  ['escalated/crisis', 'Crisis card'],
  ['escalated/urgent', 'Urgent card'],
  ['escalated', 'Any urgent card'],
  ['referred/case_specific', 'To a person: own case'],
  ['referred/requested_human', 'To a person: asked for'],
  ['referred', 'To a person'],
  ['answered', 'Answered'],
  ['answered/wrong', 'Answered wrongly'],
  ['abstained/no_evidence', 'Declined: not in the documents'],
  ['abstained/out_of_scope', 'Declined: off topic'],
  ['abstained/unsupported_language', 'Declined: language'],
  ['abstained', 'Declined'],
  ['replied/smalltalk', 'Small talk'],
  ['replied', 'Small talk'],
  ['not_escalated', 'No urgent card'],
  ['not_referred', 'Not to a person'],
  ['not_referred/requested_human', 'Not to a person: none was asked for'],
  ['not_referred/case_specific', 'Not to a person: no own case'],
]);

/** `abstained/no_evidence` → "Declined: not in the documents"; a class it does not know, by its own name. */
export const describeClass = (name: string): string => names.get(name) ?? name.replace(/_/gu, ' ').replace('/', ': ');

/** For the middle of a sentence. */
export const describeClassInline = (name: string): string => {
  const words = describeClass(name);
  return words.charAt(0).toLowerCase() + words.slice(1);
};

const order = [...names.keys()];

/** By urgency, then by name. */
export function compareClasses(a: string, b: string): number {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** An emergency, urgent or crisis card. */
export const isEscalation = (name: string): boolean => name === 'escalated' || name.startsWith('escalated/');
