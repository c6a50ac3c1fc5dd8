import { useEffect, useRef, useState } from 'preact/hooks';
import { announcementOf } from '../conversation/announcement-of.ts';
import type { Turn } from '../conversation/turn.ts';

/** Shorter, and some screen readers lose the text. */
const stayMs = 1_000;

interface Spoken {
  readonly key: string;
  readonly words: string;
}

interface Props {
  readonly turns: readonly Turn[];
  /** What happened that is not an answer; a new object is said anew. */
  readonly happened: Spoken | null;
}

/**
 * A live region of its own, out of sight: each finished message is put there once, whole, and taken out again. What is
 * on the page is never a live region, so a streaming answer is not read out piece by piece.
 */
export function Announcer({ turns, happened }: Props) {
  const [spoken, setSpoken] = useState<readonly Spoken[]>([]);
  const said = useRef(new Set<string>());

  useEffect(() => {
    const finished = turns
      .filter(({ phase, isNew }) => phase === 'done' && isNew)
      .map((turn) => ({ key: turn.key, words: announcementOf(turn) }));
    const fresh = [...finished, ...(happened === null ? [] : [happened])].filter(
      ({ key, words }) => words !== '' && !said.current.has(key),
    );
    if (fresh.length === 0) return;
    for (const { key } of fresh) said.current.add(key);
    setSpoken((before) => [...before, ...fresh]);
    setTimeout(() => setSpoken((before) => before.filter((one) => !fresh.includes(one))), stayMs);
  }, [turns, happened]);

  return (
    <div class="visually-hidden" role="log" aria-live="polite" aria-relevant="additions">
      {spoken.map(({ key, words }) => (
        <p key={key}>{words}</p>
      ))}
    </div>
  );
}
