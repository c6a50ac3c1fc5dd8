import { sayGroup, sayRow } from '#assistant/compose/say-group.ts';
import type { NamesByKind } from '#evaluation/verifier/mutate-names.ts';
import type { SourceSentence } from '#evaluation/verifier/mutation.ts';
import { createReadCorpus } from '#knowledge/ingest/read-corpus.ts';
import { readGlossary } from '#knowledge/organisation/read-glossary.ts';

/** Shorter ones are labels. */
const LEAST_WORDS = 5;
/** Kinds of names that are exchanged; of the others those are names that are written as one. */
const NAMED_KINDS = new Set(['disease', 'treatment', 'drug', 'regimen', 'organisation']);

/** Every sentence and table row that the documents of a folder say, each once, with its quotes as they stand. */
export async function readSentences(corpusDir: string): Promise<SourceSentence[]> {
  const found = new Map<string, SourceSentence>();
  for await (const file of createReadCorpus(corpusDir)([corpusDir])) {
    for (const passage of 'passages' in file ? file.passages : []) {
      const { table, headingPath } = passage;
      const sayings = table
        ? [
            sayRow(
              passage,
              table.columns.flatMap((_, i) => (i > 0 ? [i] : [])),
            ),
          ]
        : passage.units.map((unit) => sayGroup(passage, [unit]));
      for (const said of sayings) {
        if (said === null || said.text.split(/\s+/u).length < LEAST_WORDS) continue;
        const above = table ? table.columns : said.kind === 'values' ? [headingPath.at(-1) ?? ''] : [];
        found.set(said.text, { text: said.text, evidence: [...above, ...said.quotes.map(({ quote }) => quote)] });
      }
    }
  }
  return [...found.values()];
}

/** Names of the folder's glossary by kind, one for each entry. */
export async function readNames(corpusDir: string): Promise<NamesByKind> {
  const names = new Map<string, string[]>();
  for (const { term, kind } of await readGlossary(`${corpusDir}/glossary.yaml`)) {
    if (!NAMED_KINDS.has(kind) && !/\p{Lu}/u.test(term)) continue;
    names.set(kind, [...(names.get(kind) ?? []), term]);
  }
  return names;
}
