import type { EscalationLevel } from '#domain/outcome.ts';
import { SEVERITY } from './add-up-levels.ts';
import type { Judges, Window } from './classify/create-judges.ts';
import type { ClassifierId } from './classify/read-classifiers.ts';
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
 * Red flags and weaker signs of a message. A rule's flag stands unless every classifier finds it all but impossible, in the
 * message and around the sign, and a classifier that is sure of the message or of a sentence raises one that no rule saw. The
 * classifiers have learned English: rules of other languages, and of words that they do not know, stand by themselves. A
 * classifier that fails confirms. `together`: of the message with those right before it, which may tell what a sign means
 * ("it says 37.8"); asked only where a flag hangs on it.
 */
export function judgeFlags({ view, found }: ReadMessage, judges: Judges, together: () => Judges | null): Signal[] {
  const flags = found.filter(({ rule }) => rule.signal === 'red_flag');
  const around = ({ hit }: Found): readonly Window[] => {
    const sentence = view.tokens[hit.start]?.sentence ?? 0;
    return judges.windows.filter(({ from, to }) => from <= sentence && sentence < to);
  };
  const someReaches = (ids: readonly ClassifierId[], windows: readonly Window[]): boolean =>
    windows.some((window) => ids.some((id) => judges.reaches(id, 'confirm', window) !== false));
  const stands = (one: Found): boolean => {
    if (one.rule.language !== undefined || !judges.isFamiliar) return true;
    const ids: readonly ClassifierId[] = one.rule.level === 'amber' ? ['weaker-sign', ...LEVELS] : LEVELS;
    if (someReaches(ids, around(one))) return true;
    const inContext = together();
    return inContext !== null && ids.some((id) => inContext.reaches(id, 'confirm') !== false);
  };
  const kept = flags.filter(stands).map((one) => toSignal(one, view));
  const reached = Math.max(0, ...kept.map(({ level }) => (level === null ? 0 : SEVERITY[level])));
  const raised = LEVELS.filter((level) => SEVERITY[level] > reached).flatMap((level) => {
    const window = judges.windows.find(
      (one, at) => judges.reaches(level, at === 0 ? 'raise' : 'raiseBySentence', one) === true,
    );
    return window ? [judges.signal('red_flag', level, level, window)] : [];
  });
  return [...kept, ...raised];
}
