import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { ReviewedDocument } from '../contract/document.ts';
import { say } from '../locales/say.ts';
import type { Span } from '../markdown/blocks.ts';
import { linesOf } from '../markdown/lines.ts';
import { parseBlocks } from '../markdown/parse-blocks.ts';
import { Blocks } from '../markdown/render-blocks.tsx';

interface Props {
  readonly document: ReviewedDocument;
  /** The words that were used; scrolled into view. */
  readonly quoted: Span;
}

export function DocumentText({ document, quoted }: Props) {
  const region = useRef<HTMLElement>(null);
  const { text } = document;
  const blocks = useMemo(() => parseBlocks(text, linesOf(text)), [text]);
  useLayoutEffect(() => {
    region.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <section
      class="document"
      ref={region}
      aria-label={say('source.text')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      {...(document.language !== null && { lang: document.language })}
    >
      <Blocks blocks={blocks} text={text} quoted={quoted} />
    </section>
  );
}
