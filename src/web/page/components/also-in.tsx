import { useEffect, useState } from 'preact/hooks';
import { getDocument } from '../api/get-document.ts';
import type { Citation } from '../contract/citation.ts';
import { say } from '../locales/say.ts';
import { type Place, placeName, samePlace } from './place.ts';

interface Props {
  readonly citation: Citation;
  readonly place: Place;
  readonly onShow: (place: Place) => void;
}

/** More places than these are not listed. */
const most = 4;

/** Other documents with the same words, by title. */
export function AlsoIn({ citation, place, onShow }: Props) {
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>({ [citation.documentId]: citation.title });
  const { alsoIn } = citation;
  useEffect(() => {
    const controller = new AbortController();
    for (const { documentId, documentVersion } of alsoIn.slice(0, most)) {
      getDocument(documentId, documentVersion, controller.signal).then(
        ({ title }) => setTitles((before) => ({ ...before, [documentId]: title })),
        // Withdrawn or out of reach: without its title it is not offered.
        () => undefined,
      );
    }
    return () => controller.abort();
  }, [alsoIn]);

  const others = [citation, ...alsoIn.slice(0, most)].filter(
    (other) => !samePlace(other, place) && titles[other.documentId] !== undefined,
  );
  if (others.length === 0) return null;
  return (
    <div class="also-in">
      <p>{say('source.alsoIn')}</p>
      <ul>
        {others.map((other) => (
          <li key={placeName(other)}>
            <button type="button" class="link" onClick={() => onShow(other)}>
              {titles[other.documentId]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
