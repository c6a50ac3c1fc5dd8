import { say } from '../locales/say.ts';
import type { Block, Span } from './blocks.ts';
import { Line, Lines } from './render-inline.tsx';

interface Props {
  readonly blocks: readonly Block[];
  readonly text: string;
  readonly quoted: Span;
}

/** Below the panel's own heading, which is an h2. */
const headings = ['h3', 'h4', 'h5', 'h6', 'h6', 'h6'] as const;

export function Blocks({ blocks, ...source }: Props) {
  return (
    <>
      {blocks.map((block, at) => (
        <OneBlock key={at} block={block} {...source} />
      ))}
    </>
  );
}

function OneBlock({ block, text, quoted }: Omit<Props, 'blocks'> & { readonly block: Block }) {
  const source = { text, quoted };
  switch (block.kind) {
    case 'heading': {
      const Heading = headings[block.level - 1] ?? 'h6';
      return (
        <Heading>
          <Lines lines={block.lines} {...source} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Lines lines={block.lines} {...source} />
        </p>
      );
    case 'code':
      return (
        <pre>
          {block.lines.map((line) => (
            <Line key={line.start} line={line} isPlain {...source} />
          ))}
        </pre>
      );
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} {...source} />
        </blockquote>
      );
    case 'rule':
      return <hr />;
    case 'list': {
      const items = block.items.map((item, at) => (
        <li key={at}>
          <Item blocks={item} {...source} />
        </li>
      ));
      return block.first === null ? <ul>{items}</ul> : <ol start={block.first}>{items}</ol>;
    }
    case 'table':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section class="table" aria-label={say('source.table')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {block.head.map((cell) => (
                  <th key={cell.start} scope="col">
                    <Line line={cell} {...source} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell) => (
                    <td key={cell.start}>
                      <Line line={cell} {...source} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
  }
}

/** An item of one paragraph needs no paragraph of its own. */
function Item({ blocks, ...source }: Props) {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return <Blocks blocks={blocks} {...source} />;
  return (
    <>
      <Lines lines={first.lines} {...source} />
      <Blocks blocks={rest} {...source} />
    </>
  );
}
