/** Verdict, findings, cases. */
export const partStyles = `
.verdict { font-size: 1.15rem; padding: 0.8rem 1rem; border: 1px solid; border-inline-start-width: 8px; border-radius: 0.6rem; max-inline-size: none; }
.verdict p { margin: 0; max-inline-size: none; }
.verdict code { white-space: nowrap; }
.verdict .todo { margin-block-start: 0.4rem; font-size: 1rem; color: var(--ink); }
.verdict .mark { font-weight: 700; }
.verdict.fail { background: var(--red-tint); color: var(--red); }
.verdict.pass { background: var(--green-tint); color: var(--green); }
.verdict.none { background: var(--surface); color: var(--soft); }
.summary { font-size: 1.05rem; margin: 1rem 0; }
.summary div { display: grid; grid-template-columns: 7rem 1fr; gap: 0 1rem; padding-block: 0.55rem; border-block-start: 1px solid var(--line); }
.summary dt { font-weight: 650; color: var(--brand); }
.summary dd { margin: 0; max-inline-size: 52rem; }
.summary ul { margin: 0; padding-inline-start: 1.1rem; }
.summary li + li { margin-block-start: 0.25rem; }
.made-with { border-block: 1px solid var(--line); }
.made-with > summary { font-weight: 600; color: var(--brand); }
.identity { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); gap: 0.6rem 1.5rem; margin: 0.3rem 0 1rem; }
.identity dt { color: var(--soft); font-size: 0.85rem; }
.identity dd { margin: 0; }
.findings { list-style: none; padding: 0; display: grid; gap: 0.6rem; }
.finding { border: 1px solid var(--line); border-inline-start: 6px solid var(--edge); border-radius: 0.5rem; padding: 0.6rem 0.9rem; }
.finding h4 { margin: 0 0 0.25rem; }
.finding p { margin: 0 0 0.25rem; }
.finding.fail { border-inline-start-color: var(--red); }
.finding.safety { background: var(--red-tint); border-color: var(--red); }
.finding.fail h4, .badge.fail { color: var(--red); }
.finding.worse { border-inline-start-color: var(--amber); }
.finding.worse h4 { color: var(--amber); }
.finding.better { border-inline-start-color: var(--green); }
.finding.better h4 { color: var(--green); }
.finding.safety .note { color: var(--ink); }
.case { border: 1px solid var(--line); border-radius: 0.5rem; margin-block: 0.5rem; background: var(--surface); }
.case > summary { padding: 0.6rem 0.8rem; display: grid; grid-template-columns: 8rem 1fr; gap: 0.1rem 0.8rem; align-items: baseline; list-style: none; border-radius: 0.5rem; }
.case > summary::-webkit-details-marker { display: none; }
.case > summary .question { font-weight: 600; }
.case > summary .question::before { content: "▸ "; color: var(--soft); font-weight: 400; }
.case[open] > summary .question::before { content: "▾ "; }
.case > summary .outcome { grid-column: 2; color: var(--soft); font-size: 0.875rem; }
.case[open] > summary .outcome { display: none; }
.case[open] > summary { border-block-end: 1px solid var(--line); border-end-start-radius: 0; border-end-end-radius: 0; }
.case .body { padding: 0.2rem 1rem 0.8rem; }
.badge { font-size: 0.85rem; font-weight: 700; border: 1.5px solid; border-radius: 0.4rem; padding: 0.1rem 0.4rem; justify-self: start; white-space: nowrap; }
.badge.worse { color: var(--amber); }
.badge.better { color: var(--green); }
.badge.even { color: var(--soft); }
.turns { padding: 0; list-style: none; margin: 0; }
.asked { border-inline-start: 4px solid var(--brand); padding: 0.3rem 0.8rem; background: var(--tint); border-radius: 0 0.4rem 0.4rem 0; }
.said { border: 1px solid var(--line); border-radius: 0.4rem; padding: 0.5rem 0.8rem; white-space: normal; }
.said p { margin: 0 0 0.35rem; white-space: pre-wrap; }
.said p:last-child { margin: 0; }
.unsaid { color: var(--soft); font-style: italic; margin: 0 0 0.4rem; }
.cites { color: var(--brand); font-weight: 650; font-size: 0.85em; }
.role, .flip { display: inline-block; border: 1px solid var(--edge); border-radius: 0.3rem; padding: 0 0.35rem; font-size: 0.8rem; color: var(--soft); }
.pairs { display: grid; gap: 0.3rem 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); margin: 0.6rem 0; }
.pairs dt { color: var(--soft); font-size: 0.85rem; }
.pairs dd { margin: 0; font-weight: 600; }
.flips { margin-block-end: 0.4rem; }
.problems { border-inline-start: 4px solid var(--red); padding-block: 0.3rem; padding-inline-start: 1.6rem; background: var(--red-tint); border-radius: 0 0.4rem 0.4rem 0; }
.evidence { list-style: none; padding: 0; }
.evidence blockquote { border-inline-start: 3px solid var(--edge); padding-inline-start: 0.7rem; }
.evidence p { margin: 0 0 0.2rem; }
.source { font-weight: 600; font-size: 0.92rem; }
.trace > summary, .more > summary { color: var(--brand); font-weight: 600; }
.slices { border-block-end: 1px solid var(--line); }
.slices > summary .note { margin-inline-start: 0.4rem; }
.moves, .topics { padding-inline-start: 0; list-style: none; }
.moves li, .topics li { margin-block-end: 0.45rem; }
.moves .mark { font-weight: 700; color: var(--soft); display: inline-block; inline-size: 1.3em; }
.moves .worse .mark { color: var(--red); }
.moves .better .mark { color: var(--green); }
.topics .note { display: block; }
.lines { list-style: none; padding: 0; }
.lines li { padding-block: 0.5rem; border-block-end: 1px solid var(--line); }
.lines .question { display: block; font-weight: 600; }
.lines a .question { text-decoration: underline; }
.lines .change { color: var(--soft); font-size: 0.9rem; }
.lines .problem { display: block; font-size: 0.9rem; color: var(--red); }
.more > summary, .trace > summary { font-weight: 600; }
.glossary div { margin-block-end: 0.7rem; max-inline-size: 52rem; }
.glossary div:target { background: var(--tint); }
.glossary dt { font-weight: 650; }
.glossary dd { margin: 0; }
.limits li { margin-block-end: 0.4rem; max-inline-size: 52rem; }
@media (max-width: 34rem) {
  .summary div { grid-template-columns: 1fr; }
  .case > summary { grid-template-columns: 1fr; }
  .case > summary .outcome { grid-column: 1; }
  .case .body { padding-inline: 0.7rem; }
}
`;
