import { type Progress, progress } from '../contract/progress.ts';

/** How far the server is with its documents; `ready`, or null when it cannot be known now. */
export async function getProgress(): Promise<Progress | 'ready' | null> {
  try {
    const response = await fetch('readyz', { cache: 'no-store' });
    if (response.ok) return 'ready';
    const body: unknown = await response.json();
    return progress(body) ? body : null;
  } catch {
    // The next look decides; the question is kept meanwhile.
    return null;
  }
}
