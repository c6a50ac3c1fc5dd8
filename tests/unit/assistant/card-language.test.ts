import { beforeAll, describe, expect, test } from 'vitest';
import type { Screen } from '#assistant/screen/screen.ts';
import { cardLocale, noticeLocale } from '#assistant/turn/notice-locale.ts';
import { createTestScreen, screenTurns } from '../../support/create-test-screen.ts';

/** Message, locale of the page, locale of the card. */
const CARDS = [
  ['पापा को सांस नहीं आ रही', 'en', 'hi'],
  ['papa ko saans nahi aa rahi', 'en-IN', 'hi-IN'],
  ['my dad ko saans lene me dikkat ho rahi hai please help', 'en', 'hi'],
  ['ابو کو سانس نہیں آ رہا ہے', 'en-PK', 'ur-PK'],
  ['أبي لا يستطيع التنفس', 'en', 'ar'],
  ['baba msh 2ader yetnafes', 'en-EG', 'ar-EG'],
  ['妈妈喘不上气来了', 'en', 'zh'],
  ['ta tu xue le', 'en', 'zh'],
  ['Папа задыхается, губы синие', 'en', 'ru'],
  ['papa ne mozhet dyshat pomogite', 'en', 'ru'],
  ['বাবা শ্বাস নিতে পারছেন না', 'en-BD', 'bn-BD'],
  ['baba shash nite parche na', 'en', 'bn'],
  ['mi papa no puede respirar', 'en-US', 'es-US'],
  ['mon pere arrive pas a respirer', 'en', 'fr'],
  ['my father cannot breathe and his lips are blue', 'en-GB', 'en-GB'],
  ['my father cannot breathe and his lips are blue', 'es', 'es'],
] as const;

describe('the language of a card', () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await createTestScreen();
  });

  test.each(CARDS)('"%s" on a page in %s: %s', (message, page, wanted) => {
    expect(noticeLocale(screenTurns(screen, [message]), page)).toBe(wanted);
    const flag = screen.escalation(message);
    if (!flag) throw new Error('a red flag was expected');
    expect(cardLocale(flag, page)).toBe(wanted);
  });

  test('what is no red flag keeps the locale of the page, save the notice about the language', () => {
    expect(noticeLocale(screenTurns(screen, ['What is CIK?']), 'en-IN')).toBe('en-IN');
    expect(noticeLocale(screenTurns(screen, ['CIK थेरेपी क्या है?']), 'en-IN')).toBe('hi-IN');
    expect(noticeLocale(screenTurns(screen, ['CIK علاج کیا ہے اور اس کا خرچ کیا ہے؟']), 'en')).toBe('ur');
  });
});
