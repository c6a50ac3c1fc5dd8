import type { ComponentChildren } from 'preact';
import type { Notice } from '../contract/notice.ts';
import { Actions } from './actions.tsx';
import { Paragraphs } from './paragraphs.tsx';

interface Props {
  readonly notice: Notice;
  readonly look: 'abstained' | 'referred' | 'replied';
  readonly children?: ComponentChildren;
}

/** A fixed text that is not an emergency. */
export function NoticeCard({ notice, look, children }: Props) {
  return (
    <div class={`notice ${look}`} lang={notice.locale} dir="auto">
      {notice.title !== '' && <h3>{notice.title}</h3>}
      <Paragraphs text={notice.text} />
      <Actions actions={notice.actions} />
      {children}
    </div>
  );
}
