import { Problem } from '../api/problem.ts';
import { say } from '../locales/say.ts';
import { AlsoIn } from './also-in.tsx';
import { DocumentText } from './document-text.tsx';
import type { Place, ShownSource } from './place.ts';
import { placeName, samePlace } from './place.ts';
import { ReviewFacts } from './review-facts.tsx';
import { Sheet } from './sheet.tsx';
import { useDocument } from './use-document.ts';
import { Withdrawn } from './withdrawn.tsx';

interface Props {
  readonly source: ShownSource;
  readonly onClose: () => void;
  readonly onShow: (place: Place) => void;
}

/** The document an answer rests on, opened at the words that were used. */
export function SourcePanel({ source, onClose, onShow }: Props) {
  const { citation, place, opener } = source;
  const document = useDocument(place.documentId, place.documentVersion);
  const isCited = samePlace(place, citation);
  const title = document !== null && !(document instanceof Problem) ? document.title : citation.title;
  return (
    <Sheet kind="source" title={title} subject={placeName(place)} opener={opener} onClose={onClose}>
      <div class="source-facts">
        {isCited && citation.section !== null && <p class="source-section">{citation.section}</p>}
        {document !== null && !(document instanceof Problem) && <ReviewFacts document={document} />}
        <AlsoIn citation={citation} place={place} onShow={onShow} />
      </div>
      {document === null && <p class="source-state">{say('source.loading')}</p>}
      {document instanceof Problem && (
        <div class="source-state">
          <Withdrawn problem={document} />
          <p>{say('source.quoted')}</p>
          <blockquote>{citation.quote}</blockquote>
        </div>
      )}
      {document !== null && !(document instanceof Problem) && (
        <DocumentText key={placeName(place)} document={document} quoted={place} />
      )}
    </Sheet>
  );
}
