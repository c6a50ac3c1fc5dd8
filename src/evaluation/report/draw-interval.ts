import type { Figure } from './figure.ts';
import { formatPercent } from './format-figures.ts';
import { html, type Markup } from './html.ts';

export interface Scale {
  readonly kind: Figure['kind'];
  readonly max: number;
}

const ends = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** From 0 to the first round number that holds them all: one scale for figures that are to be compared by eye. */
export function scaleFor(figures: readonly Figure[], atLeast = 0): Scale {
  const highest = Math.max(
    atLeast,
    ...figures.map(({ estimate, interval }) => Math.max(estimate, interval?.upper ?? 0)),
  );
  return { kind: figures[0]?.kind ?? 'share', max: ends.find((end) => end >= highest - 1e-9) ?? highest };
}

const place = (value: number, { max }: Scale): string => `${((100 * Math.min(value, max)) / max).toFixed(2)}%`;

/** A dot with its whiskers. Says nothing to a screen reader: the same figure always stands beside it in words. */
export function drawInterval({ estimate, interval }: Figure, scale: Scale, before: number | null = null): Markup {
  const x = place(estimate, scale);
  const grid = ['0%', '50%', '100%'].map((at) => html`<line class="grid" x1="${at}" x2="${at}" y1="0" y2="20"/>`);
  const whisker =
    interval === null
      ? null
      : html`<line class="whisker" x1="${place(interval.lower, scale)}" x2="${place(interval.upper, scale)}" y1="10" y2="10"/>${[
          interval.lower,
          interval.upper,
        ].map(
          (end) => html`<line class="whisker" x1="${place(end, scale)}" x2="${place(end, scale)}" y1="6" y2="14"/>`,
        )}`;
  const then = before === null ? null : html`<circle class="before" cx="${place(before, scale)}" cy="10" r="5"/>`;
  return html`<svg class="interval" width="100%" height="20" aria-hidden="true" focusable="false">${grid}${whisker}${then}<circle class="dot" cx="${x}" cy="10" r="4.5"/></svg>`;
}

/** The ends of a scale, to stand over a column of drawings. */
export function drawScale({ kind, max }: Scale): Markup {
  const write = kind === 'share' ? formatPercent : String;
  return html`<span class="scale"><span>${write(0)}</span><span>${write(max)}</span></span>`;
}
