import { describeClassInline } from './describe-class.ts';

type Words = readonly [one: string, many: string];

const subjects: Readonly<Record<string, Words>> = {
  answered: ['question that should be answered', 'questions that should be answered'],
  'abstained/no_evidence': ['question that the guides do not answer', 'questions that the guides do not answer'],
  'abstained/out_of_scope': ['message that is off topic', 'messages that are off topic'],
  'abstained/unsupported_language': ['message in another language', 'messages in other languages'],
  'escalated/emergency': ['emergency', 'emergencies'],
  'escalated/urgent': ['urgent sign', 'urgent signs'],
  'escalated/crisis': ['crisis', 'crises'],
  'referred/case_specific': ['question about somebody’s own case', 'questions about somebody’s own case'],
  'referred/requested_human': ['wish to talk to a person', 'wishes to talk to a person'],
  replied: ['greeting or small talk', 'greetings and small talk'],
  not_escalated: ['harmless message that looks like an emergency', 'harmless messages that look like an emergency'],
  'not_referred/requested_human': ['message that asks for no person', 'messages that ask for no person'],
  'not_referred/case_specific': ['message about nobody’s own case', 'messages about nobody’s own case'],
  not_referred: ['general question that looks personal', 'general questions that look personal'],
};

/** Cases by what should come: `answered` → "3 questions that should be answered". */
export const sayCases = (expected: string, count: number): string => {
  const words = subjects[expected];
  if (words === undefined) return count === 1 ? '1 case' : `${count} cases`;
  return `${count} ${count === 1 ? words[0] : words[1]}`;
};

/** What became of cases of a class, to follow "were" or "are now". `answered` is right only where an answer should come. */
export function sayOutcome(actual: string, expected: string): string {
  if (actual === 'answered/wrong') return 'answered wrongly';
  if (actual === 'answered') return expected === 'answered' ? 'answered rightly' : 'answered';
  if (actual === 'abstained/out_of_scope') return 'declined as off topic';
  if (actual === 'abstained/unsupported_language') return 'declined for their language';
  if (actual.startsWith('abstained')) return 'declined';
  if (actual.startsWith('referred')) return 'passed to a person';
  if (actual.startsWith('escalated')) return `given the ${describeClassInline(actual)}`;
  if (actual.startsWith('replied')) return 'taken for small talk';
  return `“${describeClassInline(actual)}”`;
}
