import type { Welcome } from '../contract/welcome.ts';
import { say } from '../locales/say.ts';
import { EmergencyLine } from './emergency-line.tsx';
import { Paragraphs } from './paragraphs.tsx';
import { Suggestions } from './suggestions.tsx';

interface Props {
  readonly welcome: Welcome;
  readonly onAsk: (question: string) => void;
}

/** What a person must know before the first question. */
export function WelcomeSection({ welcome, onAsk }: Props) {
  const organisation = welcome.organisation.name;
  return (
    <section class="welcome" aria-labelledby="welcome-title">
      <h2 id="welcome-title">{say('welcome.title')}</h2>
      <div class="lead">
        <Paragraphs text={welcome.aiNotice} />
      </div>
      <Suggestions title={say('welcome.suggestions')} questions={welcome.suggestions} onAsk={onAsk} />
      <EmergencyLine notice={welcome.emergencyLine} />
      <div class="abilities">
        <div>
          <h3>{say('welcome.can')}</h3>
          <ul>
            <li>{say('welcome.can.1', { organisation })}</li>
            <li>{say('welcome.can.2')}</li>
            <li>{say('welcome.can.3')}</li>
          </ul>
        </div>
        <div>
          <h3>{say('welcome.cannot')}</h3>
          <ul>
            <li>{say('welcome.cannot.1')}</li>
            <li>{say('welcome.cannot.2')}</li>
            <li>{say('welcome.cannot.3')}</li>
          </ul>
        </div>
      </div>
      <details class="privacy">
        <summary>{say('welcome.privacy')}</summary>
        <Paragraphs text={welcome.privacyNotice} />
      </details>
      <p class="disclaimer">{welcome.disclaimer}</p>
    </section>
  );
}
