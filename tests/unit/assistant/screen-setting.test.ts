import { beforeAll, describe, expect, test } from 'vitest';
import { createMessageReader, type ReadMessage } from '#assistant/screen/read-message.ts';
import { readRules } from '#assistant/screen/read-rules.ts';

// The same words, of somebody now and not of anybody now; the rules alone, without the classifiers.
const PAIRS: ReadonlyArray<readonly [now: string, notNow: string]> = [
  ['My father had a seizure an hour ago.', 'My father had a seizure. That was in 2011.'],
  ['my dad had a fit at work this morning', 'my dad had a fit once at work years ago'],
  ['She is having convulsions', 'She had convulsions at eleven months and is nineteen.'],
  ['He has had a seizure.', 'He had a seizure. It has never recurred.'],
  ['if I get up I pass out', 'if I ever pass out on the plane, is there a doctor?'],
  ['my husband collapsed in the shower', 'what if he collapsed in the shower?'],
  ['the dog woke me, my mum is having a seizure', 'our dog is having a seizure, the vet is coming'],
  ['bitten by the dog and bleeding heavily', 'our cat is bleeding heavily'],
  ['he is having a seizure', 'My novel opens with a man in a seizure on the floor.'],
  ['could he be having a stroke?', 'Stroke 4% in the cell arm'],
  ['I am worried he is having a stroke', 'I am worried he will have a stroke'],
  ['my wife has fainted and will not wake up', 'Watch for fainting, seizures or heavy bleeding.'],
];

// One complaint is one sign, however many words tell it.
const SIGNS: ReadonlyArray<readonly [message: string, sign: string]> = [
  ['since the second cycle she sleeps all day, so tired, no energy at all', 'amber.tired'],
  ['feeling sick all day, queasy, cannot face food', 'amber.nausea'],
  ['burning when I pee and it smells', 'amber.urine'],
  ['no poo for four days, bunged up', 'amber.constipation'],
  ['runny tummy, loose stools', 'amber.diarrhoea'],
  ['my toes are numb and tingling', 'amber.numb'],
  ['the skin on my palms is red and peeling since the capecitabine', 'amber.hands'],
  ['eyes sore and gritty since docetaxel', 'amber.eyes'],
  ['gums bleed when I brush', 'amber.bleeding'],
  ['puffed on the stairs, more than usual', 'amber.breathless'],
  ['felt shivery this morning, gone now', 'amber.chills'],
];

const NO_SIGN = [
  'my neighbour has a bad cough',
  'why do some cancer drugs swell the ankles?',
  'if my hands went numb, would they lower the dose?',
  'The cough has cleared up now.',
  'no cough, no ulcers, no rash',
];

// Told by what the body does, without the sign's name.
const TOLD: ReadonlyArray<readonly [message: string, level: string]> = [
  ['a bit of sausage is stuck, he is holding his throat and makes no sound', 'emergency'],
  ['she brought up half a cup of blood', 'emergency'],
  ['his hickman has fallen out and blood is gushing', 'emergency'],
  ['dad is talking but it is word salad, nobody understands him', 'emergency'],
  ['the nurse gave the morphine and I gave it again, I did not know he had already had his dose', 'emergency'],
  ['his blood pressure is 75/40', 'emergency'],
  ['cannot pass water since this morning and my back is agony', 'urgent'],
  ['nothing stays down since Monday', 'urgent'],
  ['seventeen times to the toilet since yesterday, all mucus', 'urgent'],
];

describe('what is told but not happening', () => {
  let read: (message: string) => ReadMessage;
  beforeAll(async () => {
    read = createMessageReader(await readRules('prompts/screen'));
  });
  const flagsOf = (message: string) => read(message).found.filter(({ rule }) => rule.signal === 'red_flag');
  const hasRedFlag = (message: string) => flagsOf(message).some(({ rule }) => rule.level !== 'amber');
  const signsOf = (message: string) =>
    flagsOf(message)
      .filter(({ rule }) => rule.level === 'amber')
      .map(({ rule }) => rule.id);

  test.each(PAIRS)('"%s" is a red flag, "%s" is not', (now, notNow) => {
    expect([hasRedFlag(now), hasRedFlag(notNow)]).toEqual([true, false]);
  });

  test('a wish to die stays a crisis whatever month it is told of', () => {
    expect(hasRedFlag('I tried to hang myself in March')).toBe(true);
    expect(hasRedFlag('I used to have heartburn. I want to kill myself')).toBe(true);
  });

  test.each(TOLD)('"%s" is %s', (message, level) => {
    expect(flagsOf(message).map(({ rule }) => rule.level)).toContain(level);
  });

  test.each(SIGNS)('"%s" is one weaker sign, %s', (message, sign) => {
    expect(signsOf(message)).toEqual([sign]);
  });

  test.each(NO_SIGN)('"%s" is no weaker sign of the patient', (message) => {
    expect(signsOf(message)).toEqual([]);
  });
});
