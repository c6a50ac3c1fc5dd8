import { useEffect, useRef, useState } from 'preact/hooks';
import { getProgress } from '../api/get-progress.ts';
import type { Progress } from '../contract/progress.ts';
import { say, sayCount } from '../locales/say.ts';

const pollMs = 2_500;

/** How far the server is with its documents; acts once it is ready. */
export function ReadyProgress({ onReady }: { readonly onReady: () => void }) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const latest = useRef(onReady);
  latest.current = onReady;
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      const found = await getProgress();
      if (isOver) return;
      if (found === 'ready') latest.current();
      else if (found !== null) setProgress(found);
    };
    void look();
    const timer = setInterval(look, pollMs);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, []);
  if (progress === null) return null;
  const { done, total, etaSeconds } = progress;
  return (
    <div class="progress">
      <progress value={done} max={Math.max(total, 1)} aria-label={say('refusal.progress', { done, total })} />
      <p>
        {say('refusal.progress', { done, total })}
        {etaSeconds !== null && `, ${sayCount('refusal.eta', Math.ceil(etaSeconds))}`}
      </p>
    </div>
  );
}
