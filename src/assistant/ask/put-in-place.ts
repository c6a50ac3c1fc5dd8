import type { Concept } from './concept.ts';
import { findConcepts, type Lexicon } from './find-concepts.ts';

const PREPOSITION = /^(for|in|with|without|on|of|after|before|during|by|if)\s+/iu;
/** What says no more than that something else of the same sort is meant: "the small cell type". */
const ARTICLE = /^(the|a|an|my|his|her|other|another)\s+/iu;
const SORT = /\s+(type|kind|sort|form|one|ones|version|patients|people)$/iu;

const named = (concepts: readonly Concept[]): Concept[] => concepts.filter((c) => c.essential && c.kind !== null);

function replaceSurface(text: string, from: string, to: string): string {
  const at = text.toLowerCase().indexOf(from.toLowerCase());
  return at < 0 ? text : text.slice(0, at) + to + text.slice(at + from.length);
}

/** "And for stomach cancer?": the earlier question with the new thing in the place of the old one of its kind. */
function substitute(earlier: string, old: readonly Concept[], now: readonly Concept[]): string | null {
  let text = earlier;
  for (const concept of now) {
    const replaced = old.find((o) => o.kind === concept.kind && o.alternatives !== concept.alternatives);
    if (!replaced) return null;
    text = replaceSurface(text, replaced.surface, concept.surface);
  }
  return text;
}

/** "Kidney?" after "… in gastric cancer?": with the last words of the old name it is a name of the same kind. */
function completeName(earlier: string, old: readonly Concept[], word: string, lexicon: Lexicon): string | null {
  for (const concept of old) {
    const words = concept.surface.split(/\s+/u);
    for (let from = words.length - 1; from >= 0; from -= 1) {
      const whole = `${word} ${words.slice(from).join(' ')}`;
      const [found, ...others] = findConcepts(whole, lexicon);
      if (!found || others.length > 0 || found.surface !== whole) continue;
      if (found.kind === concept.kind && found.alternatives !== concept.alternatives)
        return replaceSurface(earlier, concept.surface, whole);
    }
  }
  return null;
}

/** "And with PD-1 drugs?" after "Can it be given with osimertinib?": what follows the same preposition. */
function replaceObject(earlier: string, remainder: string): string | null {
  const preposition = PREPOSITION.exec(remainder)?.[1]?.toLowerCase();
  if (preposition === undefined) return null;
  const slot = preposition === 'without' ? 'with(?:out)?' : preposition;
  const at = [...earlier.matchAll(new RegExp(`\\s${slot}\\s`, 'giu'))].at(-1)?.index;
  return at === undefined ? null : `${earlier.slice(0, at)} ${remainder}`;
}

/** The earlier question with what a later one names put in its place, or added where it has none. */
export function putInPlace(earlier: string, remainder: string, lexicon: Lexicon): string {
  const thing = remainder.replace(PREPOSITION, '').replace(ARTICLE, '').replace(SORT, '');
  const old = named(findConcepts(earlier, lexicon));
  const names = named(findConcepts(thing, lexicon));
  const isWithout = /^without\s/iu.test(remainder);
  const substituted = names.length > 0 && !isWithout ? substitute(earlier, old, names) : null;
  return (
    (isWithout ? null : completeName(earlier, old, thing, lexicon)) ??
    substituted ??
    replaceObject(earlier, remainder) ??
    `${earlier} ${remainder}`
  );
}
