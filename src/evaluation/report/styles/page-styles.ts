/** Page, type and folding. */
export const pageStyles = `
*, *::before, *::after { box-sizing: border-box; }
html {
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  line-height: 1.5;
  background: var(--ground);
  color: var(--ink);
  text-size-adjust: 100%;
  scroll-padding-block-start: 1rem;
}
body { max-inline-size: 58rem; margin: 0 auto; padding: 1.5rem clamp(0.75rem, 3vw, 2rem) 4rem; overflow-wrap: anywhere; }
header, main { min-inline-size: 0; }
h1, h2, h3, h4, h5 { line-height: 1.25; text-wrap: balance; overflow-wrap: break-word; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2.1rem); margin: 0.1rem 0 0.3rem; letter-spacing: -0.01em; }
h2 { font-size: 1.4rem; margin: 0 0 0.75rem; padding-block-start: 0.1rem; }
h3 { font-size: 1.08rem; margin: 1.75rem 0 0.6rem; }
h4 { font-size: 1rem; margin: 1rem 0 0.35rem; }
h5 { font-size: 0.9rem; margin: 0.8rem 0 0.25rem; }
p { margin: 0 0 0.7rem; max-inline-size: 52rem; }
ul, ol { margin: 0 0 0.7rem; padding-inline-start: 1.4rem; }
a { color: var(--brand); text-underline-offset: 0.15em; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.88em; }
blockquote { margin: 0 0 0.5rem; white-space: pre-wrap; }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; border-radius: 2px; }
.note { color: var(--soft); font-size: 0.875rem; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
.visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.product { color: var(--brand); font-weight: 650; font-size: 0.9rem; margin: 0; }
.measured { color: var(--soft); margin: 0 0 1rem; }
section { background: var(--surface); border: 1px solid var(--line); border-radius: 0.75rem; padding: clamp(0.9rem, 3vw, 1.75rem); margin-block: 1.25rem; }
nav { margin-block: 1.25rem; }
nav ol { list-style: none; display: flex; flex-wrap: wrap; gap: 0.4rem; padding: 0; margin: 0; }
nav a { display: inline-block; padding: 0.45rem 0.8rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--surface); text-decoration: none; font-size: 0.9rem; }
nav a:hover { background: var(--tint); }
.whole { white-space: nowrap; }
.up { margin: 1.2rem 0 0; font-size: 0.875rem; }
.up a { display: inline-block; padding-block: 0.5rem; }
details > summary { cursor: pointer; padding: 0.6rem 0.2rem; min-block-size: 44px; }
details > summary:hover { background: var(--tint); }
.scroll { overflow-x: auto; max-inline-size: 100%; margin-block-end: 0.7rem; }
@media screen and (min-width: 75rem) {
  body { max-inline-size: 78rem; display: grid; grid-template-columns: 12.5rem minmax(0, 1fr); column-gap: 2rem; }
  header, main { grid-column: 2; }
  nav { grid-column: 1; grid-row: 1 / span 2; margin-block: 0.4rem; }
  nav ol { position: sticky; inset-block-start: 1.5rem; flex-direction: column; gap: 0.1rem; }
  nav a { display: block; border-color: transparent; border-radius: 0.4rem; background: none; padding: 0.4rem 0.6rem; }
  .up { display: none; }
}
`;
