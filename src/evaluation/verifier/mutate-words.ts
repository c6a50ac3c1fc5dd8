import type { Mutate } from './mutation.ts';
import { inCaseOf, replaceEach } from './replace-each.ts';

/** Words and what turns them round. Written for the mutations alone; the verifier has lists of its own. */
const OPPOSITES: ReadonlyArray<readonly [string, string]> = [
  ['higher', 'lower'],
  ['more', 'less'],
  ['better', 'worse'],
  ['longer', 'shorter'],
  ['before', 'after'],
  ['increase', 'reduce'],
  ['increases', 'reduces'],
  ['increased', 'reduced'],
  ['increase', 'decrease'],
  ['improves', 'worsens'],
  ['improved', 'worsened'],
  ['improve', 'worsen'],
  ['improvement', 'worsening'],
  ['reducing', 'increasing'],
  ['reduction', 'increase'],
  ['reduces', 'increases'],
  ['reduce', 'increase'],
  ['faster', 'slower'],
  ['safer', 'more dangerous'],
  ['strongest', 'weakest'],
  ['stronger', 'weaker'],
  ['mild', 'severe'],
  ['early', 'late'],
  ['minimum', 'maximum'],
  ['outpatient', 'inpatient'],
  ['included', 'excluded'],
  ['less', 'more'],
  ['lower', 'higher'],
  ['rarely', 'often'],
  ['often', 'rarely'],
  ['inhibit', 'promote'],
  ['favourable', 'unfavourable'],
  ['broadly', 'narrowly'],
  ['autologous', 'allogeneic'],
];
/** Both ways. */
const TURNED = new Map<string, Set<string>>();
for (const [one, other] of OPPOSITES) {
  TURNED.set(one, (TURNED.get(one) ?? new Set()).add(other));
  TURNED.set(other, (TURNED.get(other) ?? new Set()).add(one));
}
const DIRECTION = new RegExp(`\\b(?:${[...TURNED.keys()].join('|')})\\b`, 'giu');

const DENIAL = /\b(?:(?:does|do|did) not (?=\p{L})|not (?:yet )?|never |without |cannot|no (?=\p{L}))/giu;
const AUXILIARY = /\b(?:is|are|was|were|can|may|has|have|will|should|must)\b(?! not\b|\s*[,.;:]|$)/gu;
const HEDGE =
  /\b(?:may|might|could|potentially|possibly|theoretically|generally|typically|usually|often|mostly|primarily|predominantly|sometimes|limited|selected|some|approximately) (?!more|other)/giu;

/** The word that turns a direction round, in its place. */
export const mutateDirection: Mutate = (text, choose) =>
  replaceEach(text, DIRECTION, ([word]) => {
    const other = choose([...(TURNED.get(word.toLowerCase()) ?? [])]);
    return other === null ? null : inCaseOf(word, other);
  });

/** A denial less. */
export const dropNegation: Mutate = (text) =>
  replaceEach(text, DENIAL, ([denial]) => {
    const lower = denial.toLowerCase();
    if (lower.startsWith('without')) return inCaseOf(denial, 'with ');
    return lower === 'cannot' ? 'can' : '';
  });

/** A denial more. */
export const addNegation: Mutate = (text) => replaceEach(text, AUXILIARY, ([word]) => `${word} not`);

/** A hedge less. */
export const dropHedge: Mutate = (text) =>
  replaceEach(text, HEDGE, (match) => {
    const before = text.slice(0, match.index);
    // "But not limited to", "more often": no hedge by itself.
    return /\b(?:not|more|most|as|how|less)\s$/iu.test(before) ? null : '';
  });
