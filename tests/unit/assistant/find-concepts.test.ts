import { describe, expect, it } from 'vitest';
import { findConcepts } from '#assistant/ask/find-concepts.ts';
import { readAsk } from '#assistant/ask/read-ask.ts';
import { askReaderOver } from '../../support/ask-reader.ts';

const reader = askReaderOver(['CIK cells are made from blood', 'gastric cancer survival', 'CAR-T in all patients']);
const surfaces = (text: string) => findConcepts(text, reader).map((concept) => concept.surface);

describe('findConcepts', () => {
  it('takes the longest phrase of the glossary', () => {
    expect(surfaces('Does CIK therapy help stomach cancer?')).toEqual(['CIK therapy', 'stomach cancer']);
  });

  it('holds a word that the corpus does not know to be essential', () => {
    const [, warfarin] = findConcepts('CIK with warfarin', reader);
    expect(warfarin).toMatchObject({ surface: 'warfarin', essential: true });
  });

  it('tells an abbreviation from the word that looks like it', () => {
    expect(surfaces('Is CAR-T used in ALL?')).toContain('ALL');
    expect(surfaces('Is CAR-T used in all of them?')).not.toContain('all');
  });

  it('leaves out words that carry no fact', () => {
    expect(surfaces('Could you please tell me what this is about?')).toEqual([]);
  });
});

describe('readAsk', () => {
  const read = (text: string) => readAsk({ text, question: text, context: [] }, reader);

  it.each([
    ['How long does it take?', 'duration'],
    ['How much does CIK cost?', 'cost'],
    ['Where is CIK available?', 'place'],
    ['What does PFS mean?', 'definition'],
    ['Why combine them?', 'reason'],
  ])('reads what kind of fact %j wants', (text, type) => {
    expect(read(text).type?.name).toBe(type);
  });

  it('finds both sides of a comparison', () => {
    expect(read('Is CIK safer than CAR-T?').sides?.map((side) => side.surface)).toEqual(['CIK', 'CAR-T']);
    expect(read('Is CIK safe?').sides).toBeNull();
  });

  it('knows when the organisation is asked about', () => {
    expect(read('Does Harbour Clinic charge for a review?').aboutOrganisation).toBe(true);
    expect(read('Do you help with travel?').aboutOrganisation).toBe(true);
    expect(read('Can you tell me what CIK is?').aboutOrganisation).toBe(false);
  });
});
