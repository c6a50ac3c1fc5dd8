import { holdsPhrase, sequenceStems } from '#assistant/ask/stem-sequence.ts';

const SHOWN = 3;

interface Known {
  readonly question: string;
  readonly stems: ReturnType<typeof sequenceStems>;
}

/**
 * Questions that are known to end answered. `refresh` tries every candidate against the corpus in use; until it has,
 * nothing is suggested.
 */
export function createSuggestions(ends: (question: string) => Promise<boolean>) {
  let known: readonly Known[] = [];

  async function refresh(candidates: readonly string[]): Promise<void> {
    const answered: Known[] = [];
    for (const question of new Set(candidates)) {
      if (await ends(question)) answered.push({ question, stems: sequenceStems(question) });
    }
    known = answered;
  }

  /** The nearest to what was asked; the first ones where nothing was. Never the question itself. */
  function near(message: string): string[] {
    const asked = sequenceStems(message);
    const distinct = [...asked.positions.keys()];
    return known
      .filter(({ question }) => question.toLowerCase() !== message.trim().toLowerCase())
      .map(({ question, stems }, order) => ({
        question,
        order,
        shared: distinct.filter((stem) => holdsPhrase(stems, [stem])).length,
      }))
      .sort((a, b) => b.shared - a.shared || a.order - b.order)
      .slice(0, SHOWN)
      .map(({ question }) => question);
  }

  return { refresh, near };
}
