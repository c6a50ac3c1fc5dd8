import type { Ask } from '#assistant/ask/ask.ts';
import type { AskReader } from '#assistant/ask/read-ask.ts';
import type { Candidate } from '#assistant/compose/candidate.ts';
import { saysVerdictOnAnother } from '#assistant/compose/gives-verdict.ts';
import { listCandidates } from '#assistant/compose/list-candidates.ts';
import { speaksOfItself } from '#assistant/compose/speaks-of-itself.ts';
import type { RetrievedPassage } from '#domain/passage.ts';

/** What the passages could say to a question, in their order, without standing sentences and verdicts on other questions. */
export function listSayable(ask: Ask, retrieved: readonly RetrievedPassage[], reader: AskReader): Candidate[] {
  return retrieved
    .flatMap((passage) => listCandidates(passage, ask, reader))
    .filter(
      (candidate) =>
        !reader.neverSaid.some((pattern) => pattern.test(candidate.text)) &&
        (ask.aboutOrganisation || !speaksOfItself(candidate.text, reader.organisationNames)) &&
        !saysVerdictOnAnother(ask, candidate),
    );
}
