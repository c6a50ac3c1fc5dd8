import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Screen } from '#assistant/screen/screen.ts';
import { createTestScreen, isAtLeast, nameDecision, screenTurns } from '../support/create-test-screen.ts';

/** Level, language, how it is written (`native`, `latin`: without accents or in Latin letters, `mixed`: in English), text. */
const cases = readFileSync('tests/data/language-cases.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [wanted = '', language = '', script = '', text = ''] = line.split('\t');
    return { wanted, language, script, text };
  });

const isRight = (wanted: string, decision: string): boolean =>
  wanted === 'benign' ? !decision.startsWith('escalate') : isAtLeast(decision, `escalate/${wanted}`);

// Written before the rules they test, by somebody who reads these languages but is no native clinician.
describe('what people type in eight languages', () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await createTestScreen();
  });

  test('the table has every level, language and way of writing', () => {
    expect(cases.length).toBeGreaterThan(350);
    for (const language of ['es', 'fr', 'hi', 'ur', 'ar', 'zh', 'ru', 'bn']) {
      const own = cases.filter((one) => one.language === language);
      expect(new Set(own.map(({ script }) => script))).toEqual(new Set(['native', 'latin', 'mixed']));
      expect(new Set(own.map(({ wanted }) => wanted))).toEqual(new Set(['emergency', 'urgent', 'crisis', 'benign']));
    }
  });

  test.each(['es', 'fr', 'hi', 'ur', 'ar', 'zh', 'ru', 'bn'])(
    '%s: red flags are caught, the rest is not',
    (language) => {
      const wrong = cases
        .filter((one) => one.language === language)
        .map(({ wanted, text }) => ({ wanted, text, decision: nameDecision(screenTurns(screen, [text])) }))
        .filter(({ wanted, decision }) => !isRight(wanted, decision))
        .map(({ wanted, text, decision }) => `${wanted}, not ${decision}: ${text}`);
      expect(wrong).toEqual([]);
    },
  );
});
