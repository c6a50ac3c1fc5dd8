import type { Welcome } from '../contract/welcome.ts';
import { say } from '../locales/say.ts';
import { Actions } from './actions.tsx';
import { EmergencyLine } from './emergency-line.tsx';
import { Sheet } from './sheet.tsx';

interface Props {
  readonly welcome: Welcome | null;
  readonly opener: Element | null;
  readonly onClose: () => void;
}

/** How to reach a person: what the organisation has said, and honestly so when it has said nothing. */
export function PersonPanel({ welcome, opener, onClose }: Props) {
  return (
    <Sheet kind="small" title={say('person.title')} opener={opener} onClose={onClose}>
      <div class="person">
        {welcome === null ? <p>{say('welcome.failed')}</p> : <HowToReach welcome={welcome} />}
        {welcome !== null && <EmergencyLine notice={welcome.emergencyLine} />}
      </div>
    </Sheet>
  );
}

function HowToReach({ welcome }: { readonly welcome: Welcome }) {
  const { person } = welcome;
  const { name: organisation, url } = welcome.organisation;
  const site = url !== null && /^https:/.test(url) ? [{ label: say('person.site', { organisation }), href: url }] : [];
  if (person === null || person.actions.length === 0) {
    return (
      <>
        <p>{say('person.none', { organisation })}</p>
        {person?.hours != null && <p>{say('person.hours', { hours: person.hours })}</p>}
        {site.length === 0 ? <p>{say('person.none.site')}</p> : <Actions actions={site} />}
      </>
    );
  }
  return (
    <>
      <p>
        {person.name === null ? say('person.intro', { organisation }) : say('person.introNamed', { name: person.name })}
      </p>
      <Actions actions={person.actions} />
      {person.hours !== null && <p>{say('person.hours', { hours: person.hours })}</p>}
    </>
  );
}
