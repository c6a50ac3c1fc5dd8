import type { Reply } from '#wire/reply.ts';

const wrap = (text: string, indent = ''): string =>
  text
    .split('\n')
    .map((line) => {
      const lines: string[] = [];
      let current = '';
      for (const word of line.split(' ')) {
        if (current !== '' && current.length + word.length + 1 > 92) {
          lines.push(current);
          current = word;
        } else current = current === '' ? word : `${current} ${word}`;
      }
      return [...lines, current].map((l) => indent + l).join('\n');
    })
    .join('\n');

const target = (href: string): string => href.replace(/^(tel|mailto|sms):/u, '');

/** Whose words they are, who has signed them, and how hard they read. */
function sayWhose({ reviewed, readingGrade }: NonNullable<Reply['answer']>): string {
  const grade = `Reading grade ${readingGrade.toFixed(1)}.`;
  if (reviewed === null) return grade;
  const { reviewedBy, reviewedOn } = reviewed;
  if (reviewedBy === null) return `Plain-language answer, not yet signed by a reviewer. ${grade}`;
  return `Plain-language answer, signed by ${reviewedBy}${reviewedOn === null ? '' : ` on ${reviewedOn}`}. ${grade}`;
}
const OPENINGS = { caveat: 'Limits of this figure: ', other_source: 'Another guide gives a different figure: ' };
const openingOf = (role: keyof typeof OPENINGS | undefined): string => (role === undefined ? '' : OPENINGS[role]);

/** A reply for a terminal: notice, answer with its markers, the quotes behind them, disclaimer. */
export function printReply(reply: Reply): string {
  const parts: string[] = [];
  if (reply.notice) {
    const actions = reply.notice.actions.map(
      ({ label, href }) => `  ${label}${label.includes(target(href)) ? '' : `: ${target(href)}`}`,
    );
    parts.push([wrap(reply.notice.title.toUpperCase()), wrap(reply.notice.text), ...actions].join('\n'));
  }
  if (reply.answer) {
    const marked = reply.answer.sentences.map(
      ({ text, citations, role }) => `${openingOf(role)}${text} ${citations.map((n) => `[${n}]`).join('')}`,
    );
    parts.push(marked.map((sentence) => wrap(sentence)).join('\n'));
    parts.push(wrap(sayWhose(reply.answer)));
  }
  if (reply.abstention && reply.abstention.missing.length > 0) {
    parts.push(`Not in the documents: ${reply.abstention.missing.join(', ')}.`);
  }
  for (const part of reply.notCovered) parts.push(wrap(`Not covered: ${part}`));
  if (reply.citations.length > 0) {
    const sources = reply.citations.map(({ n, title, section, quote, reviewedOn, overdue }) => {
      const reviewed = reviewedOn === null ? 'no review date given' : `reviewed ${reviewedOn}`;
      const where = section === null ? title : `${title} — ${section}`;
      return `[${n}] ${where} (${reviewed}${overdue ? ', overdue for review' : ''})\n${wrap(`“${quote}”`, '    ')}`;
    });
    parts.push(`Sources\n${sources.join('\n')}`);
  }
  if (reply.suggestions.length > 0 && reply.outcome !== 'answered' && reply.outcome !== 'escalated') {
    parts.push(`You could ask:\n${reply.suggestions.map((s) => `  ${s}`).join('\n')}`);
  }
  parts.push(wrap(reply.disclaimer));
  return `${parts.join('\n\n')}\n`;
}
