import type { Figure } from './figure.ts';
import { formatNumber, formatPercent } from './format-figures.ts';
import { html, type Markup } from './html.ts';

/** A figure of each run, oldest first; null where a run does not have it. `changes` are runs made with something else. */
export interface Series {
  readonly figures: ReadonlyArray<Figure | null>;
  readonly changes: readonly number[];
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Room for all intervals, widened to whole tenths (shares, which end at 0 and 1) or whole numbers (means above 1). */
function rangeOf(figures: readonly Figure[]): Range {
  const values = figures.flatMap(({ estimate, interval }) => [
    estimate,
    interval?.lower ?? estimate,
    interval?.upper ?? estimate,
  ]);
  const isSmall = Math.max(...values) <= 1;
  const step = isSmall ? 0.1 : 1;
  const low = Math.max(0, Math.floor(Math.min(...values) / step + 1e-9) * step);
  const high = Math.ceil(Math.max(...values) / step - 1e-9) * step;
  return { low, high: high > low ? high : low + step };
}

const HEIGHT = 96;

/** Estimates joined by a line, each with its whisker. Says nothing to a screen reader: a table stands beside it. */
export function drawHistory({ figures, changes }: Series): Markup {
  const known = figures.filter((figure) => figure !== null);
  const range = rangeOf(known);
  const x = (at: number) => `${(figures.length === 1 ? 50 : 4 + (92 * at) / (figures.length - 1)).toFixed(2)}%`;
  const y = (value: number) => (4 + ((HEIGHT - 8) * (range.high - value)) / (range.high - range.low)).toFixed(1);
  const write = known[0]?.kind === 'mean' ? formatNumber : formatPercent;
  const frame = [range.high, range.low].map(
    (end) => html`<line class="frame" x1="0" x2="100%" y1="${y(end)}" y2="${y(end)}"/>`,
  );
  const ticks = changes.map((at) => html`<line class="change" x1="${x(at)}" x2="${x(at)}" y1="0" y2="${HEIGHT}"/>`);
  const lines = figures.map((figure, at) => {
    const next = figures[at + 1];
    if (figure === null || next === null || next === undefined) return null;
    return html`<line class="line" x1="${x(at)}" y1="${y(figure.estimate)}" x2="${x(at + 1)}" y2="${y(next.estimate)}"/>`;
  });
  const dots = figures.map((figure, at) => {
    if (figure === null) return null;
    const { estimate, interval } = figure;
    const whisker =
      interval === null
        ? null
        : html`<line class="whisker" x1="${x(at)}" x2="${x(at)}" y1="${y(interval.lower)}" y2="${y(interval.upper)}"/>`;
    return html`${whisker}<circle class="dot" cx="${x(at)}" cy="${y(estimate)}" r="4"/>`;
  });
  return html`<div class="plot"><div class="ends" aria-hidden="true"><span>${write(range.high)}</span><span>${write(range.low)}</span></div><svg width="100%" height="${HEIGHT}" aria-hidden="true" focusable="false">${frame}${ticks}${lines}${dots}</svg></div>`;
}
