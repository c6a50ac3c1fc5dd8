import { decide } from '#assistant/decide.ts';
import type { EscalationLevel } from '#domain/outcome.ts';
import { addUpAmberSigns, mostSevere } from './add-up-levels.ts';
import { createJudges, type Judges } from './classify/create-judges.ts';
import type { ClassifierFiles } from './classify/read-classifiers.ts';
import type { ScreenRules } from './compile-rules.ts';
import { detectLanguage } from './detect-language.ts';
import { findRemainder, remainderText } from './find-question-text.ts';
import { flagLanguage } from './flag-language.ts';
import { hasCorpusWord, hasMedicalWord, type KnownWords, namesOrganisation } from './is-medical.ts';
import { judgeFlags, toSignal } from './judge-flags.ts';
import type { Hit, MessageView } from './message-view.ts';
import { createMessageReader, type Found, type ReadMessage } from './read-message.ts';
import type { Rule } from './rule-file.ts';
import type { Screen, ScreenResult, Signal } from './screen.ts';
import { viewMessage } from './view-message.ts';

export interface ScreenDeps extends KnownWords {
  readonly rules: ScreenRules;
  readonly classifiers: ClassifierFiles;
  /** Languages with reviewed texts: `en`. */
  readonly locales: readonly string[];
}

/** Earlier messages that a classifier reads with the last one. */
const TOGETHER = 2;
const ADDED_UP = 'amber-signs-add-up';

/** Every hit of a rule without looking at negation or tense: how much of the message it covers. */
const covered = (rules: readonly Rule[], view: MessageView): Hit[] =>
  rules.flatMap(({ when }) => when.flatMap(({ terms }) => terms.flatMap(({ options }) => view.find(options))));

const isEmojiOnly = (message: string): boolean =>
  /^[\s\p{Extended_Pictographic}\p{Emoji_Component}]+$/u.test(message) && /\p{Extended_Pictographic}/u.test(message);

const sentencesOf = (found: readonly Found[], view: MessageView): Hit[] =>
  found.flatMap(({ hit }) => view.sentences[view.tokens[hit.start]?.sentence ?? -1] ?? []);

/** The classifier is sure, or does not gainsay a rule; it has learned English, so other languages' rules stand alone. */
const asksForPerson = (rules: readonly Found[], judges: Judges): boolean =>
  judges.reaches('person-wanted', 'refer') === true ||
  rules.some(({ rule }) => rule.language !== undefined || judges.reaches('person-wanted', 'confirm') !== false);

/** Sentences that ask for a person by themselves. */
const sentencesThatAsk = (judges: Judges, view: MessageView): Hit[] =>
  judges.windows
    .filter(({ from, to }) => to === from + 1)
    .flatMap((window) => {
      const sentence = view.sentences[window.from];
      return sentence && judges.reaches('person-wanted', 'refer', window) === true ? [sentence] : [];
    });

export function createScreen({ rules, classifiers, locales, vocabulary, organisationNames }: ScreenDeps): Screen {
  const read = createMessageReader(rules);
  const judgesOf = createJudges(classifiers);
  const byKind = (kind: Rule['signal']): Rule[] => rules.rules.filter(({ signal }) => signal === kind);
  const offTopicRules = byKind('off_topic');
  const smallTalkRules = byKind('small_talk');
  const isKnown = (text: string, view: MessageView, ignored: readonly Hit[]): boolean =>
    hasMedicalWord(view) || namesOrganisation(text, organisationNames) || hasCorpusWord(view, vocabulary, ignored);

  /** With a vector, the classifiers that use the encoder; without one, those that see words alone. */
  const isOwnCase = (judges: Judges, vector: Float32Array | undefined): boolean => {
    const byBoth = vector && judges.reaches('own-case-with-encoder', 'refer', undefined, vector);
    // Where the classifier fails, somebody looks at the case.
    return byBoth ?? judges.reaches('own-case', 'refer') ?? true;
  };

  /** Red flags and weaker signs, with the language of those who told of them. */
  const flagsOf = (heard: ReadMessage, judges: Judges, text: string, previous: readonly string[]): Signal[] => {
    const spoken = flagLanguage(
      heard.found.filter(({ rule }) => rule.signal === 'red_flag'),
      detectLanguage(heard.view, rules.languages),
    );
    let together: Judges | null = null;
    const judgeTogether = (): Judges | null => {
      if (previous.length > 0) together ??= judgesOf(read([...previous.slice(-TOGETHER), text].join('\n')));
      return together;
    };
    return judgeFlags(heard, judges, judgeTogether).map((flag) => ({ ...flag, ...spoken }));
  };
  const addedUp = (level: EscalationLevel, [first]: readonly Signal[]): Signal => {
    const language = first?.language === undefined ? {} : { language: first.language };
    return { signal: 'red_flag', level, rule: ADDED_UP, span: null, because: [], ...language };
  };

  return {
    screen(message, state, previous) {
      const heard = read(message, previous);
      const { view, found } = heard;
      const of = (kind: Rule['signal']): Found[] => found.filter(({ rule }) => rule.signal === kind);
      const judges = judgesOf(heard);
      const person = of('person');
      const talk = of('small_talk');
      const told = of('injection');
      const language = detectLanguage(view, rules.languages);
      const unsupported = language !== null && !locales.some((locale) => locale.split('-')[0] === language);

      const signals = flagsOf(heard, judges, message, previous);
      const ambers = addUpAmberSigns(signals, state, rules.thresholds.amberSignsForUrgent);
      if (ambers.level) signals.push(addedUp(ambers.level, signals));
      const wantsPerson = asksForPerson(person, judges);
      if (wantsPerson) signals.push(judges.signal('person', 'person-wanted', null));
      signals.push(...told.map((one) => toSignal(one, view)));
      if (unsupported)
        signals.push({ signal: 'language', level: null, rule: `language.${language}`, span: null, because: [] });

      const asking = wantsPerson ? [...sentencesOf(person, view), ...sentencesThatAsk(judges, view)] : [];
      const removed = [...sentencesOf(told, view), ...asking];
      const isRemoved = ({ hit }: Found): boolean =>
        removed.some(({ start, end }) => hit.start >= start && hit.start < end);
      const chat = talk.filter((one) => !isRemoved(one));
      const remainder = findRemainder(view, removed, covered(smallTalkRules, view));
      const questionText = remainderText(message, remainder);
      const asked = viewMessage(questionText, rules, []);
      const strange = !isKnown(questionText, asked, covered(offTopicRules, asked));
      const isOther =
        judges.reaches('off-topic', strange ? 'declineStrange' : 'decline') === true ||
        (strange && of('off_topic').length > 0);
      const isOffTopic = questionText !== '' && (isOther || (strange && told.length > 0));
      // What may be off topic, and what no rule takes for a case, is not sent to a person: the documents say whether they answer.
      const mayBeOther = strange && of('own_case').length === 0 && judges.reaches('off-topic', 'doubt') === true;
      if (isOffTopic) signals.push(judges.signal('off_topic', 'off-topic', null));
      signals.push(...chat.map((one) => toSignal(one, view)));
      const level = mostSevere(signals.map((signal) => signal.level));

      // "Can you help me?" alone is small talk, whoever "me" is.
      const asksOwn =
        !isOffTopic && !mayBeOther && (questionText !== '' || (told.length > 0 && of('own_case').length > 0));
      const conclude = (vector?: Float32Array): ScreenResult => {
        const ownCase = asksOwn && isOwnCase(judges, vector);
        const all = [...signals];
        if (ownCase) all.push(judges.signal('own_case', vector ? 'own-case-with-encoder' : 'own-case', null));
        const decision = decide({
          level,
          levelBefore: state.levelReached,
          wantsPerson,
          unsupportedLanguage: unsupported,
          ownCase,
          offTopic: isOffTopic,
          smallTalk: chat[0]?.rule.notice ?? (isEmojiOnly(message) ? 'acknowledgement' : null),
          asksSomething: questionText !== '',
        });
        return {
          signals: all,
          decision,
          questionText,
          state: {
            levelReached: mostSevere([state.levelReached, level]),
            amberSigns: ambers.amberSigns,
            ownCaseOpen: state.ownCaseOpen || ownCase,
          },
        };
      };
      const first = conclude();
      const isSettled = !asksOwn || first.decision.kind === 'escalate' || wantsPerson || unsupported;
      return { ...first, withVector: isSettled ? null : conclude };
    },
    escalation(text) {
      const heard = read(text);
      const signals = flagsOf(heard, judgesOf(heard), text, []);
      const level = mostSevere(signals.map((signal) => signal.level));
      if (level) return signals.find((signal) => signal.level === level) ?? null;
      const ambers = addUpAmberSigns(
        signals,
        { levelReached: null, amberSigns: [], ownCaseOpen: false },
        rules.thresholds.amberSignsForUrgent,
      );
      return ambers.level && addedUp(ambers.level, signals);
    },
    isMedical: (text) => isKnown(text, viewMessage(text, rules, []), []),
  };
}
