import type { Lexicon } from '#assistant/ask/find-concepts.ts';
import type { RetrievedPassage } from '#domain/passage.ts';
import { hasRead, readPassage } from './read-passage.ts';

/** A passage takes a millisecond or two to read; the event loop gets its turn after this many. */
const passagesPerTurn = 4;

/** Reads what was not read before, in short steps, so that composing finds it read and holds nobody up. */
export async function readAhead(
  retrieved: readonly RetrievedPassage[],
  lexicon: Lexicon,
  giveWay: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let read = 0;
  for (const passage of retrieved) {
    if (hasRead(passage, lexicon)) continue;
    const reading = readPassage(passage, lexicon);
    for (const units of reading.groups) reading.readGroup(units);
    read += 1;
    if (read % passagesPerTurn === 0) {
      await giveWay();
      signal.throwIfAborted();
    }
  }
}
