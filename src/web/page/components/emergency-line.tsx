import type { Notice } from '../contract/notice.ts';
import { say } from '../locales/say.ts';
import { Actions } from './actions.tsx';
import { Paragraphs } from './paragraphs.tsx';

/** Numbers shown at once; the rest is one tap away. */
const shown = 2;

/** The standing line about emergencies, calm where nothing has happened. */
export function EmergencyLine({ notice }: { readonly notice: Notice }) {
  return (
    <div class="notice line" lang={notice.locale} dir="auto">
      <h3>{notice.title}</h3>
      <Paragraphs text={notice.text} />
      <Actions actions={notice.actions.slice(0, shown)} />
      {notice.actions.length > shown && (
        <details>
          <summary>{say('emergency.more')}</summary>
          <Actions actions={notice.actions.slice(shown)} />
        </details>
      )}
    </div>
  );
}
