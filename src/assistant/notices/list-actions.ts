import type { NoticeAction } from '#domain/notice.ts';
import type { CountryNumbers, EmergencyNumber, Organisation } from '#domain/organisation.ts';
import { fillText } from './fill-text.ts';
import type { ActionLabels, NoticeText } from './notice-file.ts';

export type ActionKind = NoticeText['actions'];

const MAX_ACTIONS = 6;
const SAFE_HREF = /^(?:tel:\+?[0-9*#]+|mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/u;

export interface ActionSource {
  readonly organisation: Organisation;
  readonly labels: ActionLabels;
  /** Countries to show, first the most likely. */
  readonly countries: readonly string[];
}

const toTel = (number: string): string => `tel:${number.replace(/[^\d+*#]/gu, '')}`;

function toCall(
  { label, number }: EmergencyNumber,
  { country, name }: CountryNumbers,
  labels: ActionLabels,
): NoticeAction {
  const text = country === '*' ? labels.callAnywhere : labels.call;
  return { label: fillText(text, { label, number, country: name }), href: toTel(number) };
}

function contactActions({ organisation, labels }: ActionSource): NoticeAction[] {
  const { contact, website, name } = organisation;
  const action = (label: string, href: string | null): NoticeAction[] =>
    href === null ? [] : [{ label: fillText(label, { organisation: name }), href }];
  const ways = [
    ...action(labels.phone, contact.phone && toTel(contact.phone)),
    ...action(labels.email, contact.email && `mailto:${contact.email}`),
    ...action(labels.form, contact.form),
  ];
  return ways.length > 0 ? ways : action(labels.website, website);
}

/**
 * Numbers and links under a notice, most useful first, at most six: of the first country its oncology or crisis line and
 * its emergency number, then those lines of the others, then their emergency numbers.
 */
export function listActions(kind: ActionKind, source: ActionSource): readonly NoticeAction[] {
  if (kind === 'none') return [];
  if (kind === 'contact') return contactActions(source).filter(({ href }) => SAFE_HREF.test(href));
  const countries = source.countries.flatMap(
    (code) => source.organisation.emergency.find(({ country }) => country === code) ?? [],
  );
  const known = countries.length > 0 ? countries : source.organisation.emergency.slice(0, 1);
  const emergency = (country: CountryNumbers): NoticeAction[] =>
    country.emergency.slice(0, 1).map((number) => toCall(number, country, source.labels));
  const special = (country: CountryNumbers): NoticeAction[] => {
    const lines = { emergency: [], urgent: [country.oncologyLine], crisis: country.crisis.slice(0, 1) }[kind];
    return lines.flatMap((line) => (line ? [toCall(line, country, source.labels)] : []));
  };
  const [first, ...others] = known;
  const all = [
    ...(first ? [...special(first), ...emergency(first)] : []),
    ...others.flatMap(special),
    ...others.flatMap(emergency),
  ];
  const unique = all.filter(({ label }, i) => all.findIndex((other) => other.label === label) === i);
  return unique.filter(({ href }) => SAFE_HREF.test(href)).slice(0, MAX_ACTIONS);
}
