import { useEffect, useState } from 'preact/hooks';

const wide = matchMedia('(min-width: 64rem)');

/** Whether there is room for a panel beside the conversation. */
export function useWide(): boolean {
  const [isWide, setWide] = useState(wide.matches);
  useEffect(() => {
    const update = () => setWide(wide.matches);
    wide.addEventListener('change', update);
    return () => wide.removeEventListener('change', update);
  }, []);
  return isWide;
}
