import { compareFacts } from '../../dist/evaluation/compare-facts.js';
import { judgeReply } from './judge-reply.mjs';
import { documentText } from './server.mjs';

/** All three must hold: a case passes at 1, never at promptfoo's default of 0. */
export default async function assertReply(_output, context) {
  const { reply } = context.providerResponse.metadata;
  const item = context.test.metadata.citewell;
  const found = await judgeReply({ item, reply, compareFacts, documentText });
  const componentResults = Object.entries(found).map(([name, wrong]) => ({
    pass: wrong.length === 0,
    score: wrong.length === 0 ? 1 : 0,
    reason: wrong.length === 0 ? `${name} as expected` : `${name}: ${wrong.join('; ')}`,
    namedScores: { [name]: wrong.length === 0 ? 1 : 0 },
  }));
  const pass = componentResults.every((one) => one.pass);
  return {
    pass,
    score: pass ? 1 : 0,
    reason:
      componentResults
        .filter((one) => !one.pass)
        .map(({ reason }) => reason)
        .join('\n') || 'as expected',
    namedScores: Object.assign({}, ...componentResults.map(({ namedScores }) => namedScores)),
    componentResults,
  };
}
