import { type Scale, scaleFor } from './draw-interval.ts';
import { html, type Markup } from './html.ts';
import { foreign } from './inline-text.ts';
import { type FigureGroup, renderFigureTable } from './metric-table.ts';

/** Whole shares, on which figures of one table are compared. */
const all: Scale = { kind: 'share', max: 1 };
/** Of a suite, before it is opened. */
const MAX_BRIEF = 3;

/** The first figures of a suite in words, for whoever does not open it. */
function brief({ rows }: FigureGroup): string {
  const shown = rows.filter(({ label }) => !label.startsWith('–')).slice(0, MAX_BRIEF);
  return shown
    .map(({ label, figure, before }) => {
      const was = before === null || before.text === 'the same' ? '' : ` (baseline: ${before.text})`;
      return `${label}: ${figure.kind === 'share' && figure.range !== '' ? `${figure.count}, ${figure.brief}` : figure.brief}${was}`;
    })
    .join(' · ');
}

/** Figures suite by suite, each suite folded under its first figures. */
export function renderFolded(caption: string, groups: readonly FigureGroup[], heading?: string): Markup {
  return html`<div class="folded">${groups.map((group) => {
    const isShare = group.rows.some(({ figure }) => figure.kind === 'share');
    const scale = isShare ? all : scaleFor(group.rows.map(({ figure }) => figure));
    return html`<details class="slices"><summary><strong>${foreign(group.title ?? caption)}</strong> <span class="note">${foreign(brief(group))}</span></summary>
${renderFigureTable({ caption: `${caption}: ${group.title ?? ''}`, ...(heading && { heading }), groups: [{ ...group, title: null }], scale })}</details>
`;
  })}</div>`;
}
