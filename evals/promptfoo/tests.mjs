import { fileURLToPath } from 'node:url';
import { caseToPromptfoo } from '../../dist/evaluation/exchange/promptfoo/case-to-promptfoo.js';
import { readSuite } from '../../dist/evaluation/read-suite.js';

const names = (process.env.SUITES ?? 'answers,near-misses,follow-ups').split(',');
const split = process.env.SPLIT ?? 'dev';

/** Cases of the suites as tests. Facts are compared by the product's own rules, not by promptfoo's, so its own go. */
export default async function listTests() {
  const suites = names.map((name) => fileURLToPath(new URL(`../suites/${name.trim()}.jsonl`, import.meta.url)));
  const cases = (await Promise.all(suites.map((file) => readSuite(file)))).flat();
  return cases.filter((item) => item.split === split).map((item) => ({ ...caseToPromptfoo(item), assert: [] }));
}
