import { beforeAll, describe, expect, it } from 'vitest';
import { createJudges } from '#assistant/screen/classify/create-judges.ts';
import type { ClassifierFiles } from '#assistant/screen/classify/read-classifiers.ts';
import type { ScreenRules } from '#assistant/screen/compile-rules.ts';
import { createScreen } from '#assistant/screen/create-screen.ts';
import { judgeFlags } from '#assistant/screen/judge-flags.ts';
import { createMessageReader } from '#assistant/screen/read-message.ts';
import { readRules } from '#assistant/screen/read-rules.ts';
import { classifierFile, classifierFiles } from '../../../support/classifier-files.ts';
import { FRESH } from '../../../support/create-test-screen.ts';

const always = { bias: 9 };
const DROWNING = 'He is not breathing';
/** Makes the words familiar, and no more. */
const KNOWN = { 'w:he': 1e-9, 'w:is': 1e-9, 'w:not': 1e-9, 'w:breathing': 1e-9 };
const QUIET = 'the kettle is on';

describe('the screen with its classifiers', () => {
  let rules: ScreenRules;
  beforeAll(async () => {
    rules = await readRules('prompts/screen');
  });
  const screenWith = (classifiers: ClassifierFiles) =>
    createScreen({ rules, classifiers, locales: ['en'], vocabulary: new Set(['cik']), organisationNames: [] });
  const decide = (classifiers: ClassifierFiles, message: string) =>
    screenWith(classifiers).screen(message, FRESH, []).decision;

  it('takes a rule’s flag for a look-alike where every classifier rules it out', () => {
    expect(decide(classifierFiles({ urgent: classifierFile('urgent', KNOWN) }), DROWNING).kind).not.toBe('escalate');
    expect(decide(classifierFiles({ urgent: classifierFile('urgent', KNOWN, { bias: -2 }) }), DROWNING)).toEqual({
      kind: 'escalate',
      level: 'emergency',
    });
  });

  it('lets a rule stand in words that no classifier knows', () => {
    expect(decide(classifierFiles(), DROWNING)).toEqual({ kind: 'escalate', level: 'emergency' });
  });

  it('raises what no rule saw, says which classifier, why and where, and never lowers a level', () => {
    const files = classifierFiles({ crisis: classifierFile('crisis', { 'w:kettle': 20 }) });
    const { decision, signals } = screenWith(files).screen(QUIET, FRESH, []);
    expect(decision).toEqual({ kind: 'escalate', level: 'crisis' });
    expect(signals.find(({ level }) => level === 'crisis')).toMatchObject({
      rule: 'classifier.crisis',
      because: ['w:kettle'],
      span: [4, 10],
    });
    const graver = classifierFiles({ urgent: classifierFile('urgent', {}, always) });
    expect(decide(graver, DROWNING)).toEqual({ kind: 'escalate', level: 'emergency' });
  });

  it('sees a sign that a long message hides', () => {
    const files = classifierFiles({
      emergency: classifierFile('emergency', { 'w:kettle': 20, 'w:garden': -20 }),
    });
    const story = 'We were in the garden. The weather was fine. The kettle is on.';
    expect(decide(files, story)).toEqual({ kind: 'escalate', level: 'emergency' });
    expect(screenWith(files).escalation(story)?.level).toBe('emergency');
  });

  it('lets rules of other languages stand by themselves', () => {
    expect(decide(classifierFiles(), 'मेरे पिता सांस नहीं ले पा रहे हैं').kind).toBe('escalate');
  });

  describe('when a classifier fails', () => {
    const broken = (id: string) => classifierFile(id, {}, { dense: [1] });

    it('keeps the rules’ flags', () => {
      const files = classifierFiles({ emergency: broken('emergency'), urgent: broken('urgent') });
      expect(decide(files, DROWNING).kind).toBe('escalate');
    });

    it('refers the turn to a person', () => {
      const files = classifierFiles({ 'own-case': broken('own-case') });
      expect(decide(files, 'what is cik')).toEqual({ kind: 'refer', reason: 'case_specific', general: true });
    });

    it('keeps the rules’ flags and the record where not even the features can be read', () => {
      const heard = createMessageReader(rules)(DROWNING);
      const view = {
        ...heard.view,
        list: (name: string) => {
          if (name === 'kin') throw new Error('unreadable');
          return heard.view.list(name);
        },
      };
      const judges = createJudges(classifierFiles())({ ...heard, view });
      expect(judges.reaches('own-case', 'refer')).toBeNull();
      expect(judgeFlags({ ...heard, view }, judges, () => null).map(({ level }) => level)).toContain('emergency');
      expect(judges.signal('own_case', 'own-case', null)).toMatchObject({ because: [], span: null });
    });

    it('asks the words alone where the one with the encoder fails', () => {
      const { withVector } = screenWith(classifierFiles()).screen('what is cik', FRESH, []);
      expect(withVector?.(Float32Array.of(1)).decision.kind).toBe('answer');
    });
  });

  it('judges own cases by the encoder where its vector is there', () => {
    const files = classifierFiles({
      'own-case-with-encoder': classifierFile('own-case-with-encoder', {}, { bias: 0, dense: [5] }),
    });
    const screened = screenWith(files).screen('what is cik', FRESH, []);
    expect(screened.decision.kind).toBe('answer');
    expect(screened.withVector?.(Float32Array.of(1)).decision.kind).toBe('refer');
    expect(screened.withVector?.(Float32Array.of(-1)).decision.kind).toBe('answer');
  });

  it('does not ask the encoder where an own case is out of the question', () => {
    expect(screenWith(classifierFiles()).screen('thank you', FRESH, []).withVector).toBeNull();
  });

  it('does not ask the encoder about an emergency', () => {
    const files = classifierFiles({ emergency: classifierFile('emergency', {}, always) });
    expect(screenWith(files).screen(QUIET, FRESH, []).withVector).toBeNull();
  });
});
