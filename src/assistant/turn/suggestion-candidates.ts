import type { FindOrder } from '#assistant/orders/create-order-finder.ts';
import type { Passage } from '#domain/passage.ts';

/** Each is tried once, about 20 ms, whenever the index changes. */
const maxAsked = 40;

/** Questions worth offering: the organisation's own, then the first of those that the documents themselves ask. */
export async function suggestionCandidates(
  own: readonly string[],
  passages: AsyncIterable<Passage>,
  findOrder: FindOrder,
): Promise<readonly string[]> {
  const asked: string[] = [];
  for await (const passage of passages) {
    // Below another heading: a question that heads a whole section is often an invitation, not a question.
    const isAsked = passage.kind === 'question_answer' && passage.headingPath.length > 1;
    const question = isAsked ? passage.headingPath.at(-1) : undefined;
    if (question !== undefined && !findOrder(question)) asked.push(question);
    if (asked.length === maxAsked) break;
  }
  return [...own, ...asked];
}
