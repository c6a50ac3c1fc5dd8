import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import rehypeRemark from 'rehype-remark';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';
import type { HtmlRoot } from './parse-html.ts';
import { writeText } from './write-text.ts';

const writer = unified()
  .use(rehypeRemark)
  .use(function (this: Processor) {
    // Tables only: the rest of GFM would escape every "~" of a text.
    this.data({ ...this.data(), toMarkdownExtensions: [gfmTableToMarkdown({ tablePipeAlign: false })] });
  })
  .use(remarkStringify, { bullet: '-', rule: '-', listItemIndent: 'one', fences: true, handlers: { text: writeText } })
  .freeze();

export function htmlToMarkdown(root: HtmlRoot): string {
  return writer.stringify(writer.runSync(root));
}
