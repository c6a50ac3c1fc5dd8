import type { EscalationLevel } from '#domain/outcome.ts';
import { SEVERITY } from './add-up-levels.ts';
import type { Judges } from './classify/create-judges.ts';
import type { MessageView } from './message-view.ts';
import type { Found, ReadMessage } from './read-message.ts';
import type { Signal } from './screen.ts';

const LEVELS: readonly EscalationLevel[] = ['emergency', 'crisis', 'urgent'];

export function toSignal({ rule, hit }: Found, view: MessageView): Signal {
  const start = view.tokens[hit.start]?.start ?? 0;
  const end = view.tokens[hit.end - 1]?.end ?? start;
  const amber = rule.level === 'amber';
  const level = rule.level === undefined || rule.level === 'amber' ? null : rule.level;
  return { signal: amber ? 'amber' : rule.signal, level, rule: rule.id, span: [start, end], because: [] };
}

/**
 * Red flags and weaker signs of a message. A rule's flag stands unless every classifier finds it all but impossible, and
 * a classifier that is sure raises one that no rule saw. The classifiers have learned English: rules of other languages stand
 * by themselves. A classifier that fails confirms.
 */
export function judgeFlags({ view, found }: ReadMessage, judges: Judges): Signal[] {
  const flags = found.filter(({ rule }) => rule.signal === 'red_flag');
  const isPossible = (): boolean => LEVELS.some((level) => judges.reaches(level, 'confirm') !== false);
  const isWeakerSign = (): boolean => judges.reaches('weaker-sign', 'confirm') !== false || isPossible();
  const stands = ({ rule }: Found): boolean =>
    rule.language !== undefined || (rule.level === 'amber' ? isWeakerSign() : isPossible());
  const kept = flags.filter(stands).map((one) => toSignal(one, view));
  const reached = Math.max(0, ...kept.map(({ level }) => (level === null ? 0 : SEVERITY[level])));
  const raised = LEVELS.filter((level) => SEVERITY[level] > reached && judges.reaches(level, 'raise') === true);
  return [...kept, ...raised.map((level) => judges.signal('red_flag', level, level))];
}
