import { Fragment } from 'preact';
import { say } from '../locales/say.ts';
import type { Span } from './blocks.ts';
import { type Inline, parseInline } from './parse-inline.ts';

interface Source {
  readonly text: string;
  readonly quoted: Span;
}

export function Lines({ lines, ...source }: Source & { readonly lines: readonly Span[] }) {
  return (
    <>
      {lines.map((line, at) => (
        <Fragment key={line.start}>
          {at > 0 && '\n'}
          <Line line={line} {...source} />
        </Fragment>
      ))}
    </>
  );
}

export function Line({
  line,
  isPlain = false,
  ...source
}: Source & { readonly line: Span; readonly isPlain?: boolean }) {
  const pieces: readonly Inline[] = isPlain ? [{ kind: 'text', ...line }] : parseInline(source.text, line);
  return (
    <>
      {pieces.map((piece, at) => (
        <Piece key={at} piece={piece} {...source} />
      ))}
      {isPlain && '\n'}
    </>
  );
}

function Piece({ piece, ...source }: Source & { readonly piece: Inline }) {
  if (piece.kind === 'text') return <Words span={piece} {...source} />;
  const inner = piece.inner.map((one, at) => <Piece key={at} piece={one} {...source} />);
  if (piece.kind === 'link') {
    return /^https:/i.test(piece.href) ? (
      <a class="link" href={piece.href} target="_blank" rel="noopener noreferrer">
        {inner}
      </a>
    ) : (
      inner
    );
  }
  const Emphasis = piece.kind;
  return <Emphasis>{inner}</Emphasis>;
}

/** Plain words; what of them was quoted is marked. */
function Words({ text, quoted, span: { start, end } }: Source & { readonly span: Span }) {
  const from = Math.max(start, quoted.start);
  const to = Math.min(end, quoted.end);
  if (from >= to) return <>{text.slice(start, end)}</>;
  return (
    <>
      {text.slice(start, from)}
      {from === quoted.start && <span class="visually-hidden"> {say('source.markStart')} </span>}
      <mark>{text.slice(from, to)}</mark>
      {to === quoted.end && <span class="visually-hidden"> {say('source.markEnd')} </span>}
      {text.slice(to, end)}
    </>
  );
}
