import type { Citation } from '../contract/citation.ts';
import type { Sentence } from '../contract/reply.ts';
import { labelOf } from '../conversation/label-of.ts';
import { CitationButton } from './citation-button.tsx';

interface Props {
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  readonly onOpen: (citation: Citation) => void;
}

/** Sentences, each with the buttons of what it rests on. */
export function Answer({ sentences, citations, onOpen }: Props) {
  return (
    <div class="answer">
      {sentences.map((sentence, at) => (
        <p key={at}>
          {labelOf(sentence) !== null && <span class="sentence-label">{labelOf(sentence)}</span>}
          {sentence.text}
          <span class="citations">
            {sentence.citations.map((n) => {
              const citation = citations.find((one) => one.n === n);
              return citation !== undefined && <CitationButton key={n} citation={citation} onOpen={onOpen} />;
            })}
          </span>
        </p>
      ))}
    </div>
  );
}
