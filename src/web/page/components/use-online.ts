import { useEffect, useRef } from 'preact/hooks';

/** Acts once the network is back, while `isWaiting`. */
export function useOnline(isWaiting: boolean, onBack: () => void): void {
  const latest = useRef(onBack);
  latest.current = onBack;
  useEffect(() => {
    if (!isWaiting) return;
    const act = () => latest.current();
    addEventListener('online', act);
    return () => removeEventListener('online', act);
  }, [isWaiting]);
}
