import type { MarkdownBlock } from '#knowledge/documents/parse-markdown.ts';
import { projectInline } from './project-inline.ts';
import { type Span, spanOf } from './span.ts';

export interface Section {
  /** Headings above, outermost first, its own included, the document's title not. */
  readonly path: readonly string[];
  /** Its own heading, when that is a question its blocks answer. */
  readonly question: Span | null;
  readonly blocks: readonly MarkdownBlock[];
}

interface OpenHeading {
  readonly depth: number;
  readonly text: string;
}

const QUESTION = /[?？؟]["'”’)]*$/;
const ABOUT_QUESTIONS =
  /\bfaqs?\b|\bq\s*(?:&|and)\s*a\b|frequently asked|(?:common|patient) questions|questions (?:and|&) answers/i;
/** Below every heading of Markdown: a paragraph all in bold that asks something. */
const BOLD_QUESTION_DEPTH = 7;

/** The document cut at its headings, in order. */
export function readSections(blocks: readonly MarkdownBlock[], title: string, documentText: string): Section[] {
  const sections: Section[] = [];
  let above: OpenHeading[] = [];
  let question: Span | null = null;
  let body: MarkdownBlock[] = [];
  let isFirst = true;
  const close = () => {
    if (body.length > 0) sections.push({ path: above.map(({ text }) => text), question, blocks: body });
    body = [];
  };
  for (const block of blocks) {
    const heading = readHeading(block, documentText);
    if (heading === null) {
      body.push(block);
      continue;
    }
    close();
    above = above.filter(({ depth }) => depth < heading.depth);
    const isTitle = isFirst && block.type === 'heading' && (heading.depth === 1 || heading.text === title);
    isFirst = false;
    question = !isTitle && isQuestion(heading.text, [title, ...above.map(({ text }) => text)]) ? spanOf(block) : null;
    if (!isTitle && heading.text !== '') above.push(heading);
  }
  close();
  return sections;
}

function readHeading(block: MarkdownBlock, documentText: string): OpenHeading | null {
  if (block.type !== 'heading' && block.type !== 'paragraph') return null;
  if (block.type === 'paragraph' && !(block.children.length === 1 && block.children[0]?.type === 'strong')) return null;
  const text = projectInline(block.children, documentText).plain.replace(/\s+/g, ' ').trim();
  if (block.type === 'heading') return { depth: block.depth, text };
  return QUESTION.test(text) ? { depth: BOLD_QUESTION_DEPTH, text } : null;
}

function isQuestion(text: string, above: readonly string[]): boolean {
  return text !== '' && (QUESTION.test(text) || above.some((heading) => ABOUT_QUESTIONS.test(heading)));
}
