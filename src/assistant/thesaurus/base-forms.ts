/** Endings of inflected forms and of their base, by part of speech: WordNet's own detachment rules (Miller et al. 1990). */
const RULES = {
  noun: [
    ['s', ''],
    ['ses', 's'],
    ['xes', 'x'],
    ['zes', 'z'],
    ['ches', 'ch'],
    ['shes', 'sh'],
    ['men', 'man'],
    ['ies', 'y'],
  ],
  verb: [
    ['s', ''],
    ['ies', 'y'],
    ['es', 'e'],
    ['es', ''],
    ['ed', 'e'],
    ['ed', ''],
    ['ing', 'e'],
    ['ing', ''],
  ],
  adj: [
    ['er', ''],
    ['est', ''],
    ['er', 'e'],
    ['est', 'e'],
    ['ier', 'y'],
    ['iest', 'y'],
  ],
  adv: [],
} as const;

export type PartOfSpeech = keyof typeof RULES;

/** The word itself and what it may be an inflected form of; doubled consonants are undone ("stopping": stop). */
export function baseForms(word: string, part: PartOfSpeech): string[] {
  const found = [word];
  for (const [ending, base] of RULES[part]) {
    if (!word.endsWith(ending) || word.length - ending.length < 2) continue;
    const form = word.slice(0, word.length - ending.length) + base;
    found.push(form);
    if (/([bdgmnprt])\1$/u.test(form)) found.push(form.slice(0, -1));
  }
  return found;
}
