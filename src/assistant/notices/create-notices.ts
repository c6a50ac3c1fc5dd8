import type { Notice } from '#domain/notice.ts';
import type { Organisation } from '#domain/organisation.ts';
import type { FixedTexts } from '#domain/turn.ts';
import { fillText } from './fill-text.ts';
import { listActions } from './list-actions.ts';
import { NOTICE_IDS, type NoticeFile, type NoticeId } from './notice-file.ts';
import type { NoticeFiles } from './read-notices.ts';

export interface NoticesDeps {
  readonly files: NoticeFiles;
  readonly organisation: Organisation;
  readonly retentionDays: number;
}

export interface Notices {
  /** `locale` may name a country (`en-IN`), whose numbers then come first. Throws for an unknown id. */
  render(id: string, locale: string, values?: Readonly<Record<string, string>>): Notice;
  readonly fixed: Omit<FixedTexts, 'suggestions'>;
}

const isNoticeId = (id: string): id is NoticeId => (NOTICE_IDS as readonly string[]).includes(id);

function regionOf(locale: string): string | null {
  return /[-_]([A-Za-z]{2})\b/u.exec(locale)?.[1]?.toUpperCase() ?? null;
}

type Said = Pick<Notice, 'title' | 'text' | 'version'>;

/** What nobody who reads the language has signed does not stand alone: it says so, and the English text follows. */
function withEnglish(own: Said, english: Said, unreviewed = ''): Said {
  return {
    title: `${own.title} · ${english.title}`,
    text: [own.text, unreviewed, english.text].filter(Boolean).join('\n\n'),
    version: `${own.version}+${english.version}`,
  };
}

const say = ({ id, version }: NoticeFile, { title, text }: Pick<Notice, 'title' | 'text'>): Said => ({
  title,
  text,
  version: `${id}@${version}`,
});

/** The fixed texts, filled in for one organisation. */
export function createNotices({ files, organisation, retentionDays }: NoticesDeps): Notices {
  const known = { organisation: organisation.name, retentionDays: String(retentionDays) };
  const fileFor = (locale: string) => files.byLanguage.get(locale.slice(0, 2).toLowerCase());

  const render: Notices['render'] = (id, locale, values = {}) => {
    if (!isNoticeId(id)) throw new Error(`no notice is called ${id}`);
    const own = fileFor(locale);
    const ownText = own?.notices[id];
    const file = own && ownText ? own : files.fallback;
    const { actions } = ownText ?? files.fallback.notices[id];
    const english = say(files.fallback, files.fallback.notices[id]);
    const isDraft = file !== files.fallback && file.reviewedBy === null;
    const said = ownText ? say(file, ownText) : english;
    const { title, text, version } = isDraft ? withEnglish(said, english, file.unreviewed) : said;
    const region = regionOf(locale);
    const countries = [...new Set([...(region ? [region, '*'] : []), ...(own ?? files.fallback).likelyCountries])];
    const all = { ...values, ...known };
    return {
      id,
      version,
      locale: file.locale,
      title: fillText(title, all),
      text: fillText(text, all),
      actions: listActions(actions, { organisation, labels: file.labels ?? files.fallback.labels, countries }),
    };
  };
  const fixedText = (name: 'disclaimer' | 'aiNotice' | 'privacyNotice') => (locale: string) =>
    fillText((fileFor(locale)?.fixed ?? files.fallback.fixed)[name], known);

  return {
    render,
    fixed: {
      disclaimer: fixedText('disclaimer'),
      aiNotice: fixedText('aiNotice'),
      privacyNotice: fixedText('privacyNotice'),
      emergencyLine: (locale) => render('emergency_line', locale),
    },
  };
}
