import type { Citation } from '../contract/citation.ts';
import { say } from '../locales/say.ts';

interface Props {
  readonly citations: readonly Citation[];
  readonly onOpen: (citation: Citation) => void;
}

export function SourceList({ citations, onOpen }: Props) {
  if (citations.length === 0) return null;
  return (
    <div class="sources">
      <h3>{say('answer.sources')}</h3>
      <ul>
        {citations.map((citation) => (
          <li key={citation.n}>
            <button type="button" class="source-link" aria-haspopup="dialog" onClick={() => onOpen(citation)}>
              <span class="visually-hidden">{say('source.number', { n: citation.n })}</span>
              <span class="citation-number" aria-hidden="true">
                {citation.n}
              </span>
              <span class="source-words">
                <span class="source-title">{citation.title}</span>
                {citation.section !== null && <span class="source-section">{citation.section}</span>}
              </span>
              {citation.overdue && <span class="overdue">{say('source.overdue')}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
