import { useEffect, useState } from 'preact/hooks';
import { say, sayCount } from '../locales/say.ts';

/** Seconds until it is worth asking again. Not a live region: a number called out every second helps nobody. */
export function Countdown({ seconds }: { readonly seconds: number }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <p class="countdown">{left > 0 ? sayCount('refusal.in', left) : say('refusal.now')}</p>;
}
