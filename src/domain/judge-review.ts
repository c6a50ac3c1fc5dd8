import { Fault } from './fault.ts';
import type { ReviewItem, ReviewState } from './review.ts';
import { type Rubric, rubricQuestions } from './rubric.ts';

const ratingsPerItem = 2;

export function agrees(one: Rubric, other: Rubric): boolean {
  return rubricQuestions.every(({ question }) => one[question] === other[question]);
}

/** Two different people rate an item, each once. Faults: `erased`, `state_conflict`. */
export function refuseRating(item: ReviewItem, reviewer: string): void {
  refuseErased(item);
  if (item.ratings.some((rating) => rating.reviewer === reviewer)) {
    throw new Fault('state_conflict', 'This reviewer has rated the item before.');
  }
  if (item.ratings.length >= ratingsPerItem) throw new Fault('state_conflict', 'The item has both its ratings.');
}

/** What a rating makes of an item that may be rated. */
export function stateAfterRating({ ratings }: Pick<ReviewItem, 'ratings'>, rubric: Rubric): ReviewState {
  const [first] = ratings;
  if (first === undefined) return 'open';
  return agrees(first.rubric, rubric) ? 'agreed' : 'needs_adjudication';
}

/** Only where two disagree, and by somebody who is neither of them. Faults: `erased`, `state_conflict`, `forbidden`. */
export function refuseAdjudication(item: ReviewItem, adjudicator: string): void {
  refuseErased(item);
  if (item.state !== 'needs_adjudication') throw new Fault('state_conflict', 'There is nothing to adjudicate.');
  if (item.ratings.some((rating) => rating.reviewer === adjudicator)) {
    throw new Fault('forbidden', 'Who rated the item cannot adjudicate it.');
  }
}

/** Another's rating is hidden while it could still colour one's own: until both are there. */
export function visibleRatings({ ratings }: ReviewItem, viewer: string): ReviewItem['ratings'] {
  return ratings.length >= ratingsPerItem ? ratings : ratings.filter(({ reviewer }) => reviewer === viewer);
}

export function refuseErased({ subject }: ReviewItem): void {
  if (subject.source === 'turn' && subject.turn === null) throw new Fault('erased', 'This turn was erased.');
}
