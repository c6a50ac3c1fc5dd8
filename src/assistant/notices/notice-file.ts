import { z } from 'zod';
import { promptHeader } from '#assistant/signing/prompt-header.ts';

/** Every fixed text that the default language must have. */
export const NOTICE_IDS = [
  'emergency',
  'urgent',
  'crisis',
  'emergency_line',
  'referral_case_specific',
  'referral_requested_human',
  'abstained_no_evidence',
  'abstained_out_of_scope',
  'abstained_unsupported_language',
  'greeting',
  'thanks',
  'goodbye',
  'acknowledgement',
  'wellbeing',
  'are_you_a_person',
  'who_are_you',
  'what_can_you_do',
  'too_much_told',
] as const;
export type NoticeId = (typeof NOTICE_IDS)[number];

const line = z.string().trim().min(1);

const noticeText = z.strictObject({
  title: line,
  text: line,
  /** Which numbers and links stand under it. */
  actions: z.enum(['emergency', 'urgent', 'crisis', 'contact', 'none']),
});
export type NoticeText = z.infer<typeof noticeText>;

const labels = z.strictObject({
  call: line,
  callAnywhere: line,
  email: line,
  phone: line,
  form: line,
  website: line,
});
export type ActionLabels = z.infer<typeof labels>;

export const noticeFileSchema = z.strictObject({
  id: z.string().regex(/^notices-[a-z]{2}$/u),
  ...promptHeader,
  locale: z.string().regex(/^[a-z]{2}$/u),
  /** Countries whose numbers are shown when the locale names none, `*` for everywhere. */
  likelyCountries: z.array(z.union([z.literal('*'), z.string().regex(/^[A-Z]{2}$/u)])).min(1),
  labels: labels.optional(),
  /** Says in the language that nobody has checked the translation and that English follows; needed until it is signed. */
  unreviewed: line.optional(),
  notices: z.partialRecord(z.enum(NOTICE_IDS), noticeText),
  fixed: z.strictObject({ disclaimer: line, aiNotice: line, privacyNotice: line }).optional(),
});
export type NoticeFile = z.infer<typeof noticeFileSchema>;

/** A file that can stand alone: every text, every label. */
export type CompleteNoticeFile = NoticeFile & {
  readonly labels: ActionLabels;
  readonly notices: Readonly<Record<NoticeId, NoticeText>>;
  readonly fixed: NonNullable<NoticeFile['fixed']>;
};
