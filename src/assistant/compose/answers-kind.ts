import type { Ask } from '#assistant/ask/ask.ts';
import { carry } from '#assistant/ask/concept.ts';
import type { Counted } from '#assistant/ask/find-counted.ts';
import { holdsPhrase, sequenceStems } from '#assistant/ask/stem-sequence.ts';
import type { Candidate } from './candidate.ts';

/** Names some of what it speaks of: "targets (e.g. …)", "drugs such as …". */
const LISTS = /\((e\.g\.|such as|including|[^()]+, )|\b(such as|including|namely)\b/u;

/** 0 to 1: whether the sentence shows the kind of fact asked for, and in the way that answers best. */
export function showsKind(ask: Ask, { text }: Candidate): number {
  const { type, unit, counted } = ask;
  if (!type?.needs?.test(text)) return 0;
  const best = counted?.shows ?? unit ?? type.prefers;
  return best === null || best.test(text) ? 1 : 0.6;
}

/** Whether it shows a figure of the other sort: a difference where a level is asked for, or a level for a difference. */
export function isOtherFigure({ change }: Ask, { text }: Candidate): boolean {
  return change !== null && /\d/u.test(text) && change.shown.test(text) !== change.asked;
}

/** Whether it speaks, itself or right above, of the kind of fact asked for: "available" for "where". */
export function speaksOfKind({ type }: Ask, { own, near }: Candidate): boolean {
  return type?.words.some((stems) => holdsPhrase(own, stems) || holdsPhrase(near, stems)) ?? false;
}

/**
 * 0 to 1: whether it names what "which …" asks for: under a column or a row of that name, or by a name of that kind that
 * the question does not have.
 */
export function namesWanted({ wanted, concepts, context }: Ask, candidate: Candidate): number {
  if (wanted === null) return 0;
  const { table } = candidate.retrieved.passage;
  const headings = table ? [table.cells[0] ?? '', ...table.columns] : [];
  if (headings.some((heading) => carry(wanted.concept, sequenceStems(heading)) >= 0.9)) return 1;
  const asked = [...concepts, ...context].map(({ alternatives }) => alternatives);
  const fresh = candidate.named.filter(
    ({ kind, alternatives }) => kind === wanted.kind && !asked.includes(alternatives),
  );
  if (wanted.kind !== null && fresh.length > 0) return Math.min(1, 0.4 + 0.15 * fresh.length);
  const members = wanted.concept.alternatives.filter(({ strength }) => strength < 0.9);
  if (members.some(({ stems }) => holdsPhrase(candidate.own, stems))) return 0.6;
  return LISTS.test(candidate.text) && carry(wanted.concept, candidate.own) >= 0.9 ? 0.6 : 0;
}

/** Whether the row's own name is something that the question asks about. */
export function isAskedRow({ concepts }: Ask, { retrieved }: Candidate): boolean {
  const name = retrieved.passage.table?.cells[0];
  if (name === undefined) return false;
  const words = sequenceStems(name);
  return concepts.some((concept) => concept.weight >= 1 && !concept.optional && carry(concept, words) >= 0.9);
}

/** A number, as a stem; "one of the fastest" is none. */
const NUMBER =
  /^(\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelv|twenti|dozen|hundr|thousand|sever|mani|no|none)$/u;
/** How many words may stand between a number and what it counts. */
const REACH = 5;

/** "How many patients": a number of them ("n=40"), or at least both a number and a word for them. */
export function showsCounted({ concept, shows }: Counted, candidate: Candidate): boolean {
  if (shows !== null) return shows.test(candidate.text);
  if (carry(concept, candidate.own) === 0) return carry(concept, candidate.near) > 0 && /\d/u.test(candidate.text);
  const { stems, positions } = candidate.own;
  return concept.alternatives.some(({ stems: [first = ''] }) =>
    (positions.get(first) ?? []).some((at) => stems.slice(Math.max(0, at - REACH), at).some((s) => NUMBER.test(s))),
  );
}
