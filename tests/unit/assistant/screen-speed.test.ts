import { beforeAll, describe, expect, test } from 'vitest';
import type { Screen } from '#assistant/screen/screen.ts';
import { createTestScreen, FRESH } from '../../support/create-test-screen.ts';

const HOSTILE = [
  'no blood vomit chest pain ',
  'i can not my dad has cancer should i take ',
  'want to die suicide pills kill myself with ',
  'temperature 38.5 on day 7 ',
  'a',
  'a, b. ',
  "can't've'",
  '喘不上气血吐',
  '1,111,111.1',
];

describe('work for a long message', () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await createTestScreen();
    screen.screen('my chest hurts, can I have CIK?', FRESH, []);
  });
  const cpuMs = (message: string): number => {
    const before = process.cpuUsage();
    screen.screen(message, FRESH, []);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const filled = (unit: string, chars: number) => unit.repeat(Math.ceil(chars / unit.length)).slice(0, chars);

  test.each(HOSTILE)('"%s" repeated stays linear', (unit) => {
    cpuMs(filled(unit, 5000));
    const small = Math.max(10, cpuMs(filled(unit, 5000)));
    // Four times the text; quadratic work would be sixteen times as much.
    expect(cpuMs(filled(unit, 20_000))).toBeLessThan(small * 10);
  });
});
