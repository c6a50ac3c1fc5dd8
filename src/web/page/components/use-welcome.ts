import { useCallback, useEffect, useState } from 'preact/hooks';
import { getWelcome } from '../api/get-welcome.ts';
import type { Welcome } from '../contract/welcome.ts';

export type Welcoming = Welcome | 'loading' | 'failed';

const retryMs = 5_000;

/** What the organisation says before the first question; asked for again until it is there. */
export function useWelcome(): { readonly welcome: Welcoming; readonly retry: () => void } {
  const [welcome, setWelcome] = useState<Welcoming>('loading');
  const retry = useCallback(() => {
    getWelcome().then(setWelcome, () => setWelcome('failed'));
  }, []);
  useEffect(retry, [retry]);
  useEffect(() => {
    if (welcome !== 'failed') return;
    const timer = setInterval(retry, retryMs);
    return () => clearInterval(timer);
  }, [welcome, retry]);
  return { welcome, retry };
}
