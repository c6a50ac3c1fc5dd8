import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAskInputs } from '#assistant/ask/read-ask-inputs.ts';
import { readNotices } from '#assistant/notices/read-notices.ts';
import { readFormWords } from '#assistant/reviewed/read-form-words.ts';
import { readClassifiers } from '#assistant/screen/classify/read-classifiers.ts';
import { readRules } from '#assistant/screen/read-rules.ts';
import { readCues } from '#assistant/screen/told/read-cues.ts';
import type { Config } from '#config/config-schema.ts';
import { readServerSecret } from '#config/server-secret.ts';
import { readGlossary } from '#knowledge/organisation/read-glossary.ts';
import { readOrganisation } from '#knowledge/organisation/read-organisation.ts';
import { fromPackage } from './from-package.ts';

/** What is read from files before anything is built: of the organisation, of the package, and the secret. Throws naming the file. */
export async function readInputs(config: Config) {
  const [organisation, glossary, rules, classifiers, noticeFiles, askInputs, formWords, cues, secret] =
    await Promise.all([
      readOrganisation(join(config.corpusDir, 'organisation.yaml')),
      readGlossary(join(config.corpusDir, 'glossary.yaml')),
      readRules(fromPackage('prompts/screen')),
      readClassifiers(fromPackage('prompts/classifiers')),
      readNotices(fromPackage('prompts/notices')),
      readAskInputs(fromPackage('prompts/answer')),
      readFile(fromPackage('prompts/answer/form-words.yaml'), 'utf8').then(readFormWords),
      readCues(fromPackage('prompts/privacy')),
      readServerSecret(config.serverSecret, config.dataDir),
    ]);
  return { organisation, glossary, rules, classifiers, noticeFiles, askInputs, formWords, cues, secret };
}
