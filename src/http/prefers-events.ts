import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import type { AppEnv } from './app-env.ts';

interface Preference {
  readonly q: number;
  /** 3 for the type itself, 2 for `text/*`, 1 for `*`, 0 when not accepted at all. */
  readonly precision: number;
  readonly position: number;
}

/**
 * Whether the caller would rather have an event stream than JSON (RFC 9110, 12.5.1). At equal quality the one named more
 * precisely wins, then the one named first; who does not care gets JSON.
 */
export function prefersEvents(c: Context<AppEnv>): boolean {
  const header = c.req.header('Accept') ?? '';
  const events = preferenceFor('text/event-stream', header);
  const json = preferenceFor('application/json', header);
  if (events.q !== json.q) return events.q > json.q;
  if (events.precision !== json.precision) return events.q > 0 && events.precision > json.precision;
  return events.q > 0 && events.precision === 3 && events.position < json.position;
}

/** The most precise range that fits decides, whatever its quality: `*` does not bring back what `;q=0` refused. */
function preferenceFor(type: string, header: string): Preference {
  const ranges = header.split(',').flatMap((part, position) => {
    const [accept] = parseAccept(part);
    if (accept === undefined) return [];
    const precision = precisionOf(accept.type.toLowerCase(), type);
    return precision === 0 ? [] : [{ q: accept.q, precision, position }];
  });
  return ranges.sort((a, b) => b.precision - a.precision)[0] ?? { q: 0, precision: 0, position: 0 };
}

function precisionOf(range: string, type: string): number {
  if (range === type) return 3;
  if (range === `${type.split('/')[0]}/*`) return 2;
  return range === '*/*' || range === '*' ? 1 : 0;
}
