import { useCallback, useEffect, useState } from 'preact/hooks';
import { newKey } from '../api/new-key.ts';
import type { Citation } from '../contract/citation.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { isUnderWay } from '../conversation/turn.ts';
import { useStore } from '../conversation/use-store.ts';
import { say } from '../locales/say.ts';
import { Announcer } from './announcer.tsx';
import { Composer } from './composer.tsx';
import { Header } from './header.tsx';
import { Panels, type Shown } from './panels.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { RestoreNote } from './restore-note.tsx';
import { Thread } from './thread.tsx';
import { useWelcome } from './use-welcome.ts';
import { WelcomeSection } from './welcome-section.tsx';

/** Until the server has told its own. */
const usualMaxChars = 4_000;

export function Page({ conversation }: { readonly conversation: Conversation }) {
  const { turns, draft, refusal, restoring, conversation: opened } = useStore(conversation.state);
  const { welcome } = useWelcome();
  const [shown, setShown] = useState<Shown>(null);
  const [happened, setHappened] = useState<{ key: string; words: string } | null>(null);

  const known = typeof welcome === 'string' ? null : welcome;
  const organisation = known?.organisation.name ?? null;
  useEffect(() => {
    if (organisation !== null) document.title = say('page.title', { organisation });
  }, [organisation]);
  useEffect(() => void conversation.restore(), [conversation]);

  const close = useCallback(() => setShown(null), []);
  const openPerson = () => setShown({ panel: 'person', opener: document.activeElement });
  const openSource = (citation: Citation) =>
    setShown({ panel: 'source', source: { citation, place: citation, opener: document.activeElement } });
  const tell = (words: string) => setHappened({ key: newKey(), words });

  /** What was tapped is gone after this: the question it became takes the focus. */
  const askFromButton = (ask: () => void) => {
    ask();
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.turn:last-child .question')?.focus());
  };
  /** The note is gone after this: the question it was about takes the focus. */
  const settleTooMuch = (key: string, words: string) => {
    tell(words);
    document.querySelector<HTMLElement>(`#turn-${CSS.escape(key)} .question`)?.focus();
  };
  const startOver = () => {
    close();
    conversation.startOver();
    tell(say('new.done'));
    document.getElementById('question')?.focus();
  };
  const running = turns.findLast(isUnderWay);

  return (
    <div class={shown?.panel === 'source' ? 'page with-source' : 'page'}>
      <a class="skip" href="#question">
        {say('page.skip')}
      </a>
      <Header
        organisation={organisation}
        onPerson={openPerson}
        onNew={startOver}
        onDelete={opened === null ? null : () => setShown({ panel: 'delete', opener: document.activeElement })}
      />
      <main>
        {known !== null && (
          <WelcomeSection welcome={known} onAsk={(question) => askFromButton(() => conversation.ask(question))} />
        )}
        {welcome === 'loading' && <p class="status">{say('page.loading')}</p>}
        {welcome === 'failed' && <p class="status">{say('welcome.failed')}</p>}
        <RestoreNote restoring={restoring} onRetry={() => void conversation.restore()} />
        <Thread
          turns={turns}
          isWelcomed={known !== null}
          onOpen={openSource}
          onPerson={openPerson}
          onAsk={(question) => askFromButton(() => conversation.ask(question))}
          onRetry={(key) => askFromButton(() => conversation.retry(key))}
          onTrim={async (key) => {
            await conversation.trim(key);
            settleTooMuch(key, say('tooMuch.removed'));
          }}
          onKeep={(key) => {
            conversation.keep(key);
            settleTooMuch(key, say('tooMuch.kept'));
          }}
        />
        <div class="foot">
          {refusal !== null && (
            <RefusalNote refusal={refusal} onRetry={() => draft.trim() !== '' && conversation.ask(draft.trim())} />
          )}
          <Composer
            draft={draft}
            maxChars={known?.limits.messageChars ?? usualMaxChars}
            isAnswering={running !== undefined}
            onWrite={conversation.write}
            onAsk={conversation.ask}
            onStop={() => running !== undefined && conversation.stop(running.key)}
          />
        </div>
      </main>
      <Panels
        shown={shown}
        welcome={known}
        onShow={setShown}
        onClose={close}
        onDelete={async () => {
          await conversation.erase();
          close();
          tell(say('delete.done'));
        }}
      />
      <Announcer turns={turns} happened={happened} />
    </div>
  );
}
