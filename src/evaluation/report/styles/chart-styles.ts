/** Drawn intervals and the small multiples of the history. */
export const chartStyles = `
svg { display: block; overflow: visible; }
.interval .grid { stroke: var(--line); stroke-width: 1; }
.whisker { stroke: var(--brand); stroke-width: 2; }
.dot { fill: var(--brand); }
.before { fill: var(--surface); stroke: var(--ink); stroke-width: 1.5; }
.scale { display: flex; justify-content: space-between; font-weight: 400; font-size: 0.8rem; color: var(--soft); }
.multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); gap: 1.2rem; }
.multiple { margin: 0; border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.7rem 0.8rem; min-inline-size: 0; }
.multiple figcaption { font-weight: 600; margin-block-end: 0.4rem; }
.multiple figcaption .note { display: block; font-weight: 400; }
.multiple .plot { display: grid; grid-template-columns: auto 1fr; gap: 0.5rem; }
.multiple .ends { display: flex; flex-direction: column; justify-content: space-between; text-align: end; font-size: 0.8rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.multiple .frame { stroke: var(--line); stroke-width: 1; }
.multiple .line { stroke: var(--brand); stroke-width: 1.5; }
.multiple .change { stroke: var(--edge); stroke-width: 1.5; stroke-dasharray: 3 3; }
.multiple .runs { display: flex; justify-content: space-between; gap: 1rem; font-size: 0.8rem; color: var(--soft); }
`;
