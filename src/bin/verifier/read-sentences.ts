import { sayGroup } from '#assistant/compose/say-group.ts';
import { parseAnswers } from '#assistant/reviewed/parse-answers.ts';
import { readAnswerFiles } from '#assistant/reviewed/read-answer-files.ts';
import type { Name, NamesByKind } from '#evaluation/verifier/mutate-names.ts';
import type { SourceSentence } from '#evaluation/verifier/mutation.ts';
import { createReadCorpus } from '#knowledge/ingest/read-corpus.ts';
import { readGlossary } from '#knowledge/organisation/read-glossary.ts';

/** Shorter ones are labels. */
const LEAST_WORDS = 5;
/** Kinds of names that are exchanged; of the others those are names that are written as one. */
const NAMED_KINDS = new Set(['disease', 'treatment', 'drug', 'regimen']);

/** Every sentence and table cell that the documents of a folder say, each once, with its quotes as they stand. */
export async function readSentences(corpusDir: string): Promise<SourceSentence[]> {
  const found = new Map<string, SourceSentence>();
  const add = (text: string, evidence: readonly string[]) => {
    if (text.split(/\s+/u).length >= LEAST_WORDS) found.set(text, { text, evidence });
  };
  for await (const file of createReadCorpus(corpusDir)([corpusDir])) {
    for (const passage of 'passages' in file ? file.passages : []) {
      const { table, headingPath, units } = passage;
      table?.columns.forEach((column, i) => {
        const [name = '', cell = ''] = [table.cells[0], table.cells[i]];
        if (i > 0 && cell !== '') add(`${name} — ${column}: ${cell}.`, [name, column, cell]);
      });
      for (const unit of table ? [] : units) {
        const said = sayGroup(passage, [unit]);
        const above = said?.kind === 'values' ? [headingPath.at(-1) ?? ''] : [];
        if (said) add(said.text, [...above, ...said.quotes.map(({ quote }) => quote)]);
      }
    }
  }
  return [...found.values()];
}

/** Every sentence of the folder's reviewed answers, in a person's words, with its quotes. */
export async function readReviewed(corpusDir: string): Promise<SourceSentence[]> {
  const { answers } = parseAnswers((await readAnswerFiles(corpusDir)).sources);
  return answers.flatMap(({ sentences }) =>
    sentences.map(({ text, cites }) => ({ text, evidence: cites.map(({ quote }) => quote) })),
  );
}

/** Names of the folder's glossary by kind. */
export async function readNames(corpusDir: string): Promise<NamesByKind> {
  const names = new Map<string, Name[]>();
  for (const { term, kind, aliases, related } of await readGlossary(`${corpusDir}/glossary.yaml`)) {
    if (!NAMED_KINDS.has(kind) && !/\p{Lu}/u.test(term)) continue;
    names.set(kind, [...(names.get(kind) ?? []), { name: term, forms: [term, ...aliases, ...related] }]);
  }
  return names;
}
