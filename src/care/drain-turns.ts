import { Fault } from '#domain/fault.ts';
import type { Admission } from './admission.ts';
import type { TurnMemory } from './turn-memory.ts';

const abortAgainMs = 50;

/** Lets nobody in, waits for those inside up to the deadline, then aborts them (`overloaded`) and waits for their ends. */
export async function drainTurns(admission: Admission, memory: TurnMemory, deadlineMs: number): Promise<void> {
  admission.close();
  // Again and again, because one that was let in before may only begin to run afterwards.
  const abortRest = () => {
    for (const turn of memory.running.all()) turn.abort(new Fault('overloaded', 'The server is stopping.'));
    timer = setTimeout(abortRest, abortAgainMs);
  };
  let timer = setTimeout(abortRest, deadlineMs);
  await admission.empty();
  clearTimeout(timer);
  await memory.unsettled.settle();
}
