import type { Mutate } from './mutation.ts';

/** A name with every other way to write it, and what is broader, narrower or near: no exchange for it. */
export interface Name {
  readonly name: string;
  readonly forms: readonly string[];
}

/** Names by kind, as the documents write them. */
export type NamesByKind = ReadonlyMap<string, readonly Name[]>;

interface Found {
  readonly name: string;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
/** What joins the members of a list: exchanging two of them says the same. */
const LISTED = /^[\s,;/&+()–-]*(?:(?:and|or|as|well|plus|with|vs)[\s,/()]*)*$/iu;

/** "…, lung, colorectal and …": pieces of one or two words between commas. */
const isList = (between: string): boolean =>
  LISTED.test(between) ||
  between
    .split(/,|\b(?:and|or)\b/u)
    .every((piece) => piece.trim().split(/\s+/u).length <= 2 && /,|\b(?:and|or)\b/u.test(between));

function findNames(text: string, names: NamesByKind): Found[] {
  const found: Found[] = [];
  for (const [kind, list] of names) {
    for (const { name } of list) {
      const pattern = new RegExp(`(?<![\\p{L}\\d-])${escapePattern(name)}(?![\\p{L}\\d]|-\\p{L})`, 'gu');
      for (const { index } of text.matchAll(pattern))
        found.push({ name, kind, start: index, end: index + name.length });
    }
  }
  const isInner = (one: Found) =>
    found.some((o) => o !== one && o.start <= one.start && o.end >= one.end && o.name.length > one.name.length);
  return found.filter((one) => !isInner(one)).sort((a, b) => a.start - b.start);
}

/** Another name of the kind, one that the sentence does not hold. */
export const createMutateName =
  (names: NamesByKind): Mutate =>
  (text, choose) => {
    const found = findNames(text, names);
    return found.flatMap(({ name, kind, start, end }) => {
      const lower = text.toLowerCase();
      const own = (names.get(kind) ?? []).find((one) => one.name === name)?.forms ?? [];
      const others = (names.get(kind) ?? []).filter(
        (other) =>
          !own.includes(other.name) && !other.forms.some((form) => form === name || lower.includes(form.toLowerCase())),
      );
      const other = choose(others);
      return other === null ? [] : [text.slice(0, start) + other.name + text.slice(end)];
    });
  };

/** Two names of one kind in each other's place, unless they are members of one list. */
export const createSwapNames =
  (names: NamesByKind): Mutate =>
  (text) => {
    const found = findNames(text, names);
    return found.flatMap((a, i) =>
      found.slice(i + 1).flatMap((b) => {
        const between = text.slice(a.end, b.start);
        const others = found.filter(({ start }) => start > a.start && start < b.start).map(({ name }) => name);
        const bare = others.reduce((rest, name) => rest.replaceAll(name, ' '), between);
        if (a.kind !== b.kind || a.name === b.name || isList(bare)) return [];
        return [text.slice(0, a.start) + b.name + between + a.name + text.slice(b.end)];
      }),
    );
  };
