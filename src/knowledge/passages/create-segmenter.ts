const FALLBACK = 'en';

/** A document's language is free text: what is no language tag is read by the general rules. */
export function createSegmenter(language: string | null): Intl.Segmenter {
  return new Intl.Segmenter(isTag(language) ? language : FALLBACK, { granularity: 'sentence' });
}

function isTag(language: string | null): language is string {
  try {
    return language !== null && Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}
