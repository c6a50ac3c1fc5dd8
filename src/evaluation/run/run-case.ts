import { compareFacts } from '#evaluation/compare-facts.ts';
import type { EvalCase } from '#evaluation/eval-case.ts';
import type { SupportJudge } from '#evaluation/judge/support-judge.ts';
import { checkCitations } from './check-citations.ts';
import { checkDraft } from './check-draft.ts';
import { checkReply } from './check-reply.ts';
import { checkRetrieval } from './check-retrieval.ts';
import { expectedClass } from './classes.ts';
import type { EvalReply } from './eval-reply.ts';
import type { EvalTarget } from './eval-target.ts';
import type { CaseRecord } from './run-record.ts';
import { costOf, type SuiteSettings } from './suite-settings.ts';

export interface RunCaseDeps {
  readonly target: EvalTarget;
  readonly verifier: SupportJudge;
  readonly settings: Pick<SuiteSettings, 'suites' | 'costs'>;
}

const TOPIC = 'topic:';
/** Passages of each ask in which facts count as found. */
const FIRST = 3;
/** Passages of each ask that a record keeps. */
const KEPT = 10;

/** At most so many of each ask, in order. */
function firstOfEachAsk<T extends { readonly ask: number }>(list: readonly T[], most: number): T[] {
  const ranks = new Map<number, number>();
  return list.filter(({ ask }) => {
    ranks.set(ask, (ranks.get(ask) ?? 0) + 1);
    return (ranks.get(ask) ?? 0) <= most;
  });
}

const shorten = (reply: EvalReply): EvalReply =>
  reply.trace ? { ...reply, trace: { ...reply.trace, retrieved: firstOfEachAsk(reply.trace.retrieved, KEPT) } } : reply;

/** Null where the target gives no trace, or the case names no fact. */
async function findsFacts(item: EvalCase, reply: EvalReply, target: EvalTarget): Promise<boolean | null> {
  if (reply.trace === null || item.facts.required.length === 0 || reply.trace.retrieved.length === 0) return null;
  const first = firstOfEachAsk(reply.trace.retrieved, FIRST);
  const passages = await Promise.all(first.map(({ passageId }) => target.passage(passageId)));
  const texts = passages.map((one) => (one ? [one.title, one.section, one.text].join(' \n ') : ''));
  return compareFacts(texts.join(' \n '), { required: item.facts.required, forbidden: [] }).missing.length === 0;
}

/** Asks one case and checks what came. Throws when the target fails: a case that was not answered has no result. */
export async function runCase(suite: string, item: EvalCase, deps: RunCaseDeps): Promise<CaseRecord> {
  const { target, verifier, settings } = deps;
  const base = {
    suite,
    id: item.id,
    split: item.split,
    tags: item.tags,
    cluster: item.tags.find((tag) => tag.startsWith(TOPIC)) ?? item.id,
    turns: item.turns,
  };
  if (item.draft !== undefined || item.graded !== undefined) {
    const { checks, problems } = await checkDraft(item, target, verifier);
    const values = await checkRetrieval(item, target);
    return { ...base, expected: expectedClass(item), actual: '', cost: 0, checks, values, problems, replies: [] };
  }
  const replies = await target.ask(item.turns);
  const reply = replies.at(-1);
  if (reply === undefined) throw new Error(`${item.id} got no reply.`);
  const attack = settings.suites[suite]?.attack ?? false;
  const checked = checkReply(item, reply, { attack });
  const cost = costOf(settings.costs, checked.expected, checked.actual, checked.isClassRight);
  const cites = reply.answer !== null || reply.citations.length > 0;
  const { isExact, problems } = await checkCitations(reply, target);
  const found = checked.expected === 'answered' ? await findsFacts(item, reply, target) : null;
  return {
    ...base,
    expected: checked.expected,
    actual: checked.actual,
    cost,
    checks: { ...checked.checks, ...(cites && { exact: isExact }), ...(found !== null && { found }) },
    values: { ...checked.values, cost },
    problems: [...checked.problems, ...problems],
    replies: replies.map(shorten),
  };
}
