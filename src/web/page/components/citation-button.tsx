import type { Citation } from '../contract/citation.ts';
import { sourceName } from './source-name.ts';

export interface CitationProps {
  readonly citation: Citation;
  readonly onOpen: (citation: Citation) => void;
}

export function CitationButton({ citation, onOpen }: CitationProps) {
  return (
    <button
      type="button"
      class="citation"
      aria-haspopup="dialog"
      aria-label={sourceName(citation)}
      onClick={() => onOpen(citation)}
    >
      <span class="citation-number">{citation.n}</span>
    </button>
  );
}
