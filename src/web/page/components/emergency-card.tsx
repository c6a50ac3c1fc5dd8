import type { Notice } from '../contract/notice.ts';
import { Actions } from './actions.tsx';
import { Paragraphs } from './paragraphs.tsx';

interface Props {
  readonly notice: Notice;
  readonly level: 'emergency' | 'urgent' | 'crisis';
  /** A card that a reload brought back is not called out again. */
  readonly isNew: boolean;
}

/** Numbers above the text, so that they are in sight on a small screen; the others follow it. */
const first = 2;

/** Comes first, looks like nothing else on the page, and is called out at once. */
export function EmergencyCard({ notice, level, isNew }: Props) {
  return (
    <div class={`emergency ${level}`} lang={notice.locale} dir="auto" {...(isNew && { role: 'alert' })}>
      <h3>{notice.title}</h3>
      <Actions actions={notice.actions.slice(0, first)} />
      <Paragraphs text={notice.text} />
      <Actions actions={notice.actions.slice(first)} />
    </div>
  );
}
