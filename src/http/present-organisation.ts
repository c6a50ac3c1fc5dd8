import type { NoticeAction } from '#domain/notice.ts';
import type { Organisation as KnownOrganisation } from '#domain/organisation.ts';
import type { Organisation } from './organisation.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function waysToAPerson({ contact }: KnownOrganisation): NoticeAction[] {
  return [
    ...(contact.phone === null ? [] : [{ label: contact.phone, href: `tel:${contact.phone.replace(/[^+\d]/gu, '')}` }]),
    ...(contact.email === null ? [] : [{ label: contact.email, href: `mailto:${contact.email}` }]),
    ...(contact.form === null ? [] : [{ label: 'Contact form', href: contact.form }]),
  ];
}

/** "Mon 09:00-18:00, Tue 09:00-18:00 (Asia/Kolkata)"; null while nobody has said when people answer. */
function sayHours({ hours }: KnownOrganisation): string | null {
  const { weekly, timeZone } = hours;
  if (weekly === null) return null;
  const days = DAYS.flatMap((day) => {
    const spans = weekly[day] ?? [];
    return spans.length === 0 ? [] : [`${day[0]?.toUpperCase()}${day.slice(1)} ${spans.join(' and ')}`];
  });
  return days.length === 0 ? null : `${days.join(', ')}${timeZone === null ? '' : ` (${timeZone})`}`;
}

/** What the welcome page says of the organisation; no way to a person is promised that `organisation.yaml` does not name. */
export function presentOrganisation(organisation: KnownOrganisation): Organisation {
  const actions = waysToAPerson(organisation);
  return {
    name: organisation.name,
    url: organisation.website,
    locales: organisation.locales,
    person: actions.length === 0 ? null : { name: null, hours: sayHours(organisation), actions },
  };
}
