import type { Comparison, NamedDocument } from '#evaluation/gate/comparison.ts';
import { formatList } from './format-figures.ts';
import { quoteBriefly } from './inline-text.ts';

const partNames: Readonly<Record<string, string>> = {
  prompts: 'the prompts and fixed texts',
  index: 'the search index',
  encoder: 'the model that compares meanings (encoder)',
  model: 'the model that writes answers',
  commit: 'the code',
};

/** Named while they are few. */
const MOST_FILES = 4;

function namePart(part: string, { prompts }: Comparison): string {
  const name = partNames[part] ?? part;
  if (part !== 'prompts' || prompts.length === 0 || prompts.length > MOST_FILES) return name;
  return `${name} (${formatList(prompts.map((file) => quoteBriefly(file, 60)))})`;
}

function tellDocuments({ documents, changed }: Comparison): string[] {
  const tell = (list: readonly NamedDocument[], one: string, many: string): string[] =>
    list.length === 0
      ? []
      : [
          `The guide${list.length === 1 ? '' : 's'} ${formatList(list.map(({ title }) => quoteBriefly(title, 90)))} ${list.length === 1 ? one : many}.`,
        ];
  const told = [
    ...tell(documents.removed, 'is gone', 'are gone'),
    ...tell(documents.added, 'is new', 'are new'),
    ...tell(documents.changed, 'has another text than before', 'have other texts than before'),
  ];
  return told.length === 0 && changed.includes('corpus') ? ['The documents differ.'] : told;
}

/**
 * What may have caused the changes, in plain sentences: documents by their titles, then the rest. An index that differs
 * because the documents do is no cause of its own.
 */
export function tellCauses(comparison: Comparison): string[] {
  const documents = tellDocuments(comparison);
  const rest = comparison.changed.filter(
    (part) =>
      part !== 'corpus' && (part !== 'index' || (documents.length === 0 && !comparison.changed.includes('encoder'))),
  );
  const names = formatList(rest.map((part) => namePart(part, comparison)));
  const doubt = 'More than one thing differs, so what changed cannot be put down to one of them.';
  if (documents.length === 0 && rest.length === 0)
    return [
      'Nothing that this run was made with differs from the baseline: documents, texts, search and code are the same.',
    ];
  if (documents.length === 0 && rest.length === 1)
    return [`Only one thing differs from the baseline: ${names}. The documents are the same.`];
  if (documents.length === 0) return [`What differs: ${names}. The documents are the same. ${doubt}`];
  if (rest.length === 0) return [...documents, 'Nothing else differs from the baseline.'];
  return [
    ...documents,
    `Besides, ${names} ${rest.length === 1 && rest[0] !== 'prompts' ? 'differs' : 'differ'}. ${doubt}`,
  ];
}
