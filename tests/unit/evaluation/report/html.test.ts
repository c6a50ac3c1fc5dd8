import { describe, expect, it } from 'vitest';
import { html } from '#evaluation/report/html.ts';
import { foreign, quoteBriefly, shorten } from '#evaluation/report/inline-text.ts';
import { parsePage, textOf } from '../../../support/parse-page.ts';
import { hostile, shownOf } from '../../../support/report-sample-records.ts';

describe('html', () => {
  it.each(Object.entries(hostile))('keeps hostile text as text, in an element and in an attribute: %s', (_, text) => {
    const page = parsePage(html`<p title="${text}">${text}</p>`.text);
    const seen = shownOf(text);
    expect(page.byTag('script', 'style')).toEqual([]);
    expect(page.byTag('p').map(textOf)).toEqual([seen]);
    expect(page.byTag('p')[0]?.properties).toEqual({ title: seen });
  });

  it('writes markup as it is, lists one part after the other, and nothing for null', () => {
    expect(html`<ul>${[html`<li>${'a&b'}</li>`, html`<li>${2}</li>`]}</ul>${null}`.text).toBe(
      '<ul><li>a&amp;b</li><li>2</li></ul>',
    );
  });

  it('escapes both kinds of quotation mark', () => {
    expect(html`${`"'`}`.text).toBe('&quot;&#39;');
  });

  it('does not escape twice', () => {
    expect(html`<p>${html`${'<'}`}</p>`.text).toBe('<p>&lt;</p>');
  });
});

describe('somebody else’s words', () => {
  it('are isolated from our own', () => {
    expect(foreign('<b>').text).toBe('<bdi>&lt;b&gt;</bdi>');
  });

  it('lose marks that would turn the sentence around them', () => {
    const quoted = quoteBriefly(hostile.rightToLeft);
    expect(quoted).toBe('“\u{2068}هل العلاج آمن؟ txet dekcilS שלום\u{2069}”');
  });

  it('are cut between characters as a reader counts them', () => {
    expect(shorten('👩🏽‍⚕️'.repeat(5), 3)).toBe('👩🏽‍⚕️👩🏽‍⚕️…');
    expect(shorten('two\n lines', 20)).toBe('two lines');
  });
});
