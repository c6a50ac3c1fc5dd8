const MAX_ASKS = 3;
const ASKING = "(?:what|how|where|when|why|who)(?:['’]?s)?|whom|which|whose";
const AUXILIARY = 'is|are|am|do|does|did|can|could|will|would|should|has|have|may|might|was|were';
const QUESTION_START = new RegExp(`^(?:so |and |but |ok |then )*(?:${ASKING}|${AUXILIARY})\\b`, 'iu');
/** A request that asks without asking: "tell me …", "I want to know …". */
const REQUEST_START =
  /^(?:please |so |kindly |just )*(?:tell|explain|give|name|describe|list|show|compare|(?:i|we)(?:['’]d| would)? (?:just )?(?:wonder|want to know|like to know|need to know|am asking|ask))\b/iu;
const SUBJECT = 'there|it|they|you|he|she|we|the|this|that|these|those|any|some|\\p{Lu}[\\p{L}-]+';
/** "…, and how much does it cost", "and on how many days", "and is there …": a second question behind a conjunction. */
const SECOND_QUESTION = new RegExp(
  `[,;]?\\s+(?:and|also|plus)\\s+(?=(?:(?:in|on|at|for|from|to|with|after|before|since|by|of)\\s+)?(?:${ASKING})\\b|(?:${AUXILIARY})\\s+(?:${SUBJECT})\\b)`,
  'u',
);
/** "My friend mentioned CIK, what is it?": what is told before the question says what its pronoun means. */
const TOLD_FIRST = new RegExp(
  `^(?<told>.+?)[,;:]\\s+(?<asked>(?:so |and |but |then )?(?:${ASKING}|${AUXILIARY})\\b.*\\b(?:it|this|that|they|these|those)\\b.*)$`,
  'iu',
);
/** Speaks of a thing and claims nothing of it: what is claimed must stay with the question that takes it for granted. */
const MENTIONS =
  /\b(?:mention|hear|heard|read|told|saw|seen|came across|found|suggest|recommend|talk|spoke|look|interested|curious|offer)/iu;
const CLAIMS =
  /\b(?:is|are|was|were|has|have|had|can|will|does|do|that|since|because|as|if|when|given|now)\b|n['’]t\b/iu;
const MENTION_WORDS = 8;

/** "Lee et al. 2015", "approx. 3": no sentence ends there. */
const ABBREVIATION = /\b(?:al|approx|ca|dr|e\.g|i\.e|fig|no|st|vs|prof|mr|mrs|ms)\.$/iu;
/** A question of so few words, or its mere denial, only adds to the one before it: "fever?", "which are not?". */
const TAIL_WORDS = 2;
const DENIAL = /^(?:which|what|who) (?:is|are|do|does|did) not\b.?$/iu;

/** One question of a message, and what was told before it. */
export interface MessagePart {
  readonly question: string;
  readonly story: string;
}

const wordCount = (text: string): number => text.split(/\s+/u).filter(Boolean).length;

function splitSentences(text: string): string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const part = segment.trim();
    const last = sentences.at(-1);
    if (last !== undefined && ABBREVIATION.test(last)) sentences[sentences.length - 1] = `${last} ${part}`;
    else if (part !== '') sentences.push(part);
  }
  return sentences;
}

/** Where sentences end in a question mark, those ask; else those that begin like a question or a request. */
function chooseAsking(sentences: readonly string[]): ReadonlySet<string> {
  const marked = sentences.filter((sentence) => sentence.endsWith('?'));
  const starting = (pattern: RegExp) => sentences.filter((sentence) => pattern.test(sentence));
  if (marked.length > 0) return new Set(marked);
  const asking = starting(QUESTION_START);
  return new Set(asking.length > 0 ? asking : starting(REQUEST_START));
}

function takeMention(sentence: string): { readonly told: string; readonly asked: string } {
  const { told = '', asked = '' } = TOLD_FIRST.exec(sentence)?.groups ?? {};
  const isMention = MENTIONS.test(told) && !CLAIMS.test(told) && wordCount(told) <= MENTION_WORDS;
  return isMention && !QUESTION_START.test(sentence) ? { told, asked } : { told: '', asked: sentence };
}

/**
 * The one to three questions in a message, in order. Where sentences ask, those are the questions and the story around
 * them is left out; where none does, the whole message is one.
 */
export function splitMessage(message: string): MessagePart[] {
  const sentences = splitSentences(message.replace(/\s+/gu, ' ').trim());
  const asking = chooseAsking(sentences);
  if (asking.size === 0) return sentences.length === 0 ? [] : [{ question: sentences.join(' '), story: '' }];
  const parts: { question: string; story: string }[] = [];
  let story = '';
  for (const sentence of sentences) {
    const { told, asked } = asking.has(sentence) ? takeMention(sentence) : { told: sentence, asked: '' };
    story = `${story} ${told}`.trim();
    if (asking.has(sentence)) {
      for (const part of asked.split(SECOND_QUESTION).map((text) => text.trim())) {
        const last = parts.at(-1);
        if (last && (wordCount(part) <= TAIL_WORDS || DENIAL.test(part)))
          last.question = `${last.question.replace(/[?.!]+$/u, '')}, ${part}`;
        else if (part !== '') parts.push({ question: part, story });
      }
    }
  }
  return parts.slice(0, MAX_ASKS);
}
