import { decide } from '#assistant/decide.ts';
import { addUpAmberSigns, mostSevere } from './add-up-levels.ts';
import type { ScreenRules } from './compile-rules.ts';
import { detectLanguage } from './detect-language.ts';
import { findRemainder, remainderText } from './find-question-text.ts';
import { flagLanguage } from './flag-language.ts';
import { hasCorpusWord, hasMedicalWord, type KnownWords, namesOrganisation } from './is-medical.ts';
import { type Conversation, matchRule } from './match-rule.ts';
import type { Hit, MessageView } from './message-view.ts';
import { readScope } from './read-scope.ts';
import type { Rule } from './rule-file.ts';
import type { Screen, Signal } from './screen.ts';
import { calledUp } from './trigger-keys.ts';
import { viewMessage } from './view-message.ts';

/** Earlier messages looked at for context, and how much of each. */
const REMEMBERED = { messages: 8, chars: 2000 } as const;

export interface ScreenDeps extends KnownWords {
  readonly rules: ScreenRules;
  /** Languages with reviewed texts: `en`. */
  readonly locales: readonly string[];
}

interface Found {
  readonly rule: Rule;
  readonly hit: Hit;
}

function toSignal({ rule, hit }: Found, view: MessageView): Signal {
  const start = view.tokens[hit.start]?.start ?? 0;
  const end = view.tokens[hit.end - 1]?.end ?? start;
  const amber = rule.level === 'amber';
  const level = rule.level === undefined || rule.level === 'amber' ? null : rule.level;
  return { signal: amber ? 'amber' : rule.signal, level, rule: rule.id, span: [start, end] };
}

/** Every hit of a rule without looking at negation or tense: how much of the message it covers. */
const covered = (rules: readonly Rule[], view: MessageView): Hit[] =>
  rules.flatMap(({ when }) => when.flatMap(({ terms }) => terms.flatMap(({ options }) => view.find(options))));

const isEmojiOnly = (message: string): boolean =>
  /^[\s\p{Extended_Pictographic}\p{Emoji_Component}]+$/u.test(message) && /\p{Extended_Pictographic}/u.test(message);

export function createScreen({ rules, locales, vocabulary, organisationNames }: ScreenDeps): Screen {
  const byKind = (kind: Rule['signal']): Rule[] => rules.rules.filter(({ signal }) => signal === kind);
  const redFlags = byKind('red_flag');
  const others = { person: byKind('person'), ownCase: byKind('own_case'), offTopic: byKind('off_topic') };
  const smallTalk = byKind('small_talk');
  const injection = byKind('injection');

  const converse = (message: string, previous: readonly string[]): Conversation => {
    const earlier: MessageView[] = [];
    for (const text of previous.slice(-REMEMBERED.messages)) {
      earlier.push(viewMessage(text.slice(0, REMEMBERED.chars), rules, earlier));
    }
    const view = viewMessage(message, rules, earlier);
    return { view, scope: readScope(view), candidates: calledUp(rules.patternIndex, view.keys), earlier };
  };
  const fired = (list: readonly Rule[], conversation: Conversation): Found[] =>
    list.flatMap((rule) => {
      const hit = matchRule(rule, conversation);
      return hit ? [{ rule, hit }] : [];
    });
  const sentencesOf = (found: readonly Found[], view: MessageView): Hit[] =>
    found.flatMap(({ hit }) => view.sentences[view.tokens[hit.start]?.sentence ?? -1] ?? []);
  const isKnown = (text: string, view: MessageView, ignored: readonly Hit[]): boolean =>
    hasMedicalWord(view) || namesOrganisation(text, organisationNames) || hasCorpusWord(view, vocabulary, ignored);

  return {
    screen(message, state, previous) {
      const conversation = converse(message, previous);
      const { view } = conversation;
      const find = (list: readonly Rule[]): Found[] => fired(list, conversation);
      const flags = find(redFlags);
      const person = find(others.person);
      const ownCase = find(others.ownCase);
      const offTopic = find(others.offTopic);
      const talk = find(smallTalk);
      const told = find(injection);
      const language = detectLanguage(view, rules.languages);
      const unsupported = language !== null && !locales.some((locale) => locale.split('-')[0] === language);

      const spoken = flagLanguage(flags, language);
      const signals: Signal[] = [
        ...flags.map((found) => ({ ...toSignal(found, view), ...spoken })),
        ...[...person, ...ownCase, ...told].map((found) => toSignal(found, view)),
      ];
      const ambers = addUpAmberSigns(signals, state, rules.thresholds.amberSignsForUrgent);
      if (ambers.level)
        signals.push({ signal: 'red_flag', level: ambers.level, rule: 'amber-signs-add-up', span: null, ...spoken });
      if (unsupported) signals.push({ signal: 'language', level: null, rule: `language.${language}`, span: null });

      const removed = [...sentencesOf(told, view), ...sentencesOf(person, view)];
      const isRemoved = ({ hit }: Found): boolean =>
        removed.some(({ start, end }) => hit.start >= start && hit.start < end);
      const chat = talk.filter((found) => !isRemoved(found));
      const remainder = findRemainder(view, removed, covered(smallTalk, view));
      const questionText = remainderText(message, remainder);
      const asked = viewMessage(questionText, rules, []);
      const strange = !isKnown(questionText, asked, covered(others.offTopic, asked));
      const isOffTopic = strange && (offTopic.length > 0 || told.length > 0) && questionText !== '';
      if (isOffTopic) signals.push(...offTopic.map((found) => toSignal(found, view)));
      signals.push(...chat.map((found) => toSignal(found, view)));

      const level = mostSevere(signals.map((signal) => signal.level));
      const decision = decide({
        level,
        levelBefore: state.levelReached,
        wantsPerson: person.length > 0,
        unsupportedLanguage: unsupported,
        // "Can you help me?" alone is small talk, whoever "me" is.
        ownCase: ownCase.length > 0 && !isOffTopic && (questionText !== '' || told.length > 0),
        offTopic: isOffTopic,
        smallTalk: chat[0]?.rule.notice ?? (isEmojiOnly(message) ? 'acknowledgement' : null),
        asksSomething: questionText !== '',
      });
      return {
        signals,
        decision,
        questionText,
        state: {
          levelReached: mostSevere([state.levelReached, level]),
          amberSigns: ambers.amberSigns,
          ownCaseOpen: state.ownCaseOpen || ownCase.length > 0,
        },
      };
    },
    escalation(text) {
      const conversation = converse(text, []);
      const flags = fired(redFlags, conversation);
      const spoken = flagLanguage(flags, detectLanguage(conversation.view, rules.languages));
      const signals = flags.map((found) => ({ ...toSignal(found, conversation.view), ...spoken }));
      const level = mostSevere(signals.map((signal) => signal.level));
      if (level) return signals.find((signal) => signal.level === level) ?? null;
      const ambers = addUpAmberSigns(
        signals,
        { levelReached: null, amberSigns: [], ownCaseOpen: false },
        rules.thresholds.amberSignsForUrgent,
      );
      const adding = { signal: 'red_flag', rule: 'amber-signs-add-up', span: null, ...spoken } as const;
      return ambers.level && { ...adding, level: ambers.level };
    },
    isMedical: (text) => isKnown(text, viewMessage(text, rules, []), []),
  };
}
