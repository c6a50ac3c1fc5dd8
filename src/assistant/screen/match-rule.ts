import { lowerBound } from './lower-bound.ts';
import type { Hit, MessageView } from './message-view.ts';
import type { Pattern, Term } from './pattern.ts';
import type { Scope } from './read-scope.ts';
import type { Rule, ScopeName } from './rule-file.ts';

/** No match is longer than this many tokens; bounds the look back in a sorted list. */
const MAX_MATCH = 80;
const OF_CRISES: readonly ScopeName[] = ['negated', 'past', 'general', 'ended', 'idiom'];
const SCOPES: readonly ScopeName[] = [...OF_CRISES, 'month'];
const DATED: readonly ScopeName[] = ['past', 'month', 'ended'];
const OF_WEAKER_SIGNS: readonly ScopeName[] = [...SCOPES, 'remote'];
const REPORTABLE: readonly ScopeName[] = SCOPES.map((name) => (name === 'general' ? 'generalReport' : name));

const SCOPES_OF: Readonly<Record<NonNullable<Rule['level']>, readonly ScopeName[]>> = {
  emergency: REPORTABLE,
  crisis: OF_CRISES,
  urgent: SCOPES,
  amber: OF_WEAKER_SIGNS,
};

/** What is said now and what was said before. */
export interface Conversation {
  readonly view: MessageView;
  readonly scope: Scope;
  /** Patterns that the words of the message can match at all. */
  readonly candidates: ReadonlySet<Pattern>;
  /** Earlier messages, for context terms only. */
  readonly earlier: readonly MessageView[];
}

const byStart = (a: Hit, b: Hit): number => a.start - b.start;

function hitBetween(hits: readonly Hit[], from: number, to: number): Hit | null {
  for (let i = lowerBound(hits, from - MAX_MATCH); i < hits.length; i += 1) {
    const hit = hits[i];
    if (!hit || hit.start >= to) return null;
    if (hit.end > from) return hit;
  }
  return null;
}

function windowOf({ start, end }: Hit, within: Pattern['within'], view: MessageView): Hit {
  if (within === 'message') return { start: 0, end: view.tokens.length };
  const sentence = view.sentences[view.tokens[start]?.sentence ?? 0] ?? { start, end };
  if (within === 'sentence') return sentence;
  return { start: Math.max(sentence.start, start - within), end: Math.min(sentence.end, end + within) };
}

function hasContext({ options }: Term, { view, scope, earlier }: Conversation): boolean {
  return (
    view.find(options).some((hit) => !scope(hit, 'negated')) || earlier.some((past) => past.find(options).length > 0)
  );
}

function matchPattern(pattern: Pattern, conversation: Conversation, scopes: readonly ScopeName[]): Hit | null {
  const { view, scope, candidates } = conversation;
  if (!candidates.has(pattern)) return null;
  const evidence: Array<readonly Hit[]> = [];
  // When something was counts for the first term, the sign itself; the others may be of any date ("on warfarin since 2020").
  const isLive = (hit: Hit): boolean =>
    !scopes.some((name) => (evidence.length === 0 || !DATED.includes(name)) && scope(hit, name));
  for (const { role, options } of pattern.terms) {
    if (role !== 'evidence') continue;
    const hits = view.find(options);
    if (hits.length === 0) return null;
    const live = hits.filter(isLive).sort(byStart);
    if (live.length === 0) return null;
    evidence.push(live);
  }
  const absent = pattern.terms
    .filter((term) => term.role === 'absent')
    .map(({ options }) => [...view.find(options)].sort(byStart));
  const [first = [], ...others] = evidence;
  for (const hit of first) {
    const window = windowOf(hit, pattern.within, view);
    const met = others.map((hits) => hitBetween(hits, window.start, window.end));
    if (met.includes(null)) continue;
    if (absent.some((hits) => hitBetween(hits, window.start, window.end))) continue;
    const contexts = pattern.terms.filter((term) => term.role === 'context');
    if (!contexts.every((term) => hasContext(term, conversation))) return null;
    const all = [hit, ...met.filter((other) => other !== null)];
    return { start: Math.min(...all.map((h) => h.start)), end: Math.max(...all.map((h) => h.end)) };
  }
  return null;
}

/** What makes a match not count for a rule. Tense and negation matter for signs of illness only. */
function scopesFor({ signal, level, evenIf = [] }: Rule): readonly ScopeName[] {
  if (signal !== 'red_flag') return [];
  return SCOPES_OF[level ?? 'urgent'].filter((name) => !evenIf.some((ignored) => name.startsWith(ignored)));
}

/** Where a rule holds, or null. */
export function matchRule(rule: Rule, conversation: Conversation): Hit | null {
  if (rule.unless?.some((pattern) => matchPattern(pattern, conversation, []))) return null;
  const scopes = scopesFor(rule);
  for (const pattern of rule.when) {
    const hit = matchPattern(pattern, conversation, scopes);
    if (hit) return hit;
  }
  return null;
}
