import type { DocumentId } from '#domain/ids.ts';
import { averageMeasures, measureRanking, type RankingMeasures } from '#evaluation/ranking-measures.ts';
import type { Retrieve } from '#knowledge/ranking/create-retrieve.ts';
import { type MeasureDeps, openSearch, type Way } from './open-search.ts';
import type { JudgedFolder } from './read-judged-folder.ts';
import { documentIdAt, recordsAsCorpus } from './records-as-corpus.ts';

/** A record is as good as its best passage; this many passages hold ten records. */
const passagesAsked = 100;

/** Every question of the folder through the product's own index and search, in each way. */
export async function measureFolder(
  folder: JudgedFolder,
  deps: MeasureDeps,
): Promise<ReadonlyMap<Way, RankingMeasures>> {
  const results = new Map<Way, RankingMeasures>();
  for (const [way, retrieve] of await openSearch(recordsAsCorpus(folder.records), [], deps)) {
    const mean = averageMeasures(await measureQuestions(folder, retrieve));
    if (mean !== null) results.set(way, mean);
  }
  return results;
}

async function measureQuestions(folder: JudgedFolder, retrieve: Retrieve): Promise<RankingMeasures[]> {
  const recordOf = new Map<DocumentId, string>(folder.records.map(({ id }, number) => [documentIdAt(number), id]));
  const measured: RankingMeasures[] = [];
  for (const { text, judgements } of folder.questions) {
    const found = await retrieve(text, { k: passagesAsked });
    const documents = found.flatMap(({ passage, twins }) => [
      passage.documentId,
      ...twins.map((twin) => twin.documentId),
    ]);
    const ranked = [...new Set(documents)].flatMap((document) => recordOf.get(document) ?? []);
    const measures = measureRanking(ranked, judgements);
    if (measures !== null) measured.push(measures);
  }
  return measured;
}
