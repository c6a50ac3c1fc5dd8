import { html, type Markup, trusted } from './html.ts';
import { chartStyles } from './styles/chart-styles.ts';
import { colourStyles } from './styles/colour-styles.ts';
import { pageStyles } from './styles/page-styles.ts';
import { partStyles } from './styles/part-styles.ts';
import { printStyles } from './styles/print-styles.ts';
import { tableStyles } from './styles/table-styles.ts';

const styles = [colourStyles, pageStyles, tableStyles, partStyles, chartStyles, printStyles].join('\n');

export interface PagePart {
  /** Id within the page. */
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}

/**
 * A whole page as one file: it loads nothing and runs nothing, and its own policy forbids both, whatever a document or a
 * question holds.
 */
export function renderPage(page: { title: string; header: Markup; parts: readonly PagePart[] }): string {
  const contents = page.parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`);
  const parts = page.parts.map(
    ({ id, title, body }) => html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}
<p class="up"><a href="#top">Back to top</a></p>
</section>
`,
  );
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${page.title}</title>
<style>${trusted(styles)}</style>
</head>
<body>
<header id="top">
${page.header}
</header>
<nav aria-label="Contents"><ol>${contents}</ol></nav>
<main>
${parts}</main>
</body>
</html>
`.text;
}
