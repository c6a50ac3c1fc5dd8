import { asciiDigit } from '#domain/ascii-digit.ts';

/** What may point at one person. */
export type IdentifierKind = 'email' | 'web_address' | 'phone_number' | 'long_number' | 'full_date' | 'name';

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const day = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const capitalised = "\\p{Lu}[\\p{L}'’-]+";

const patterns: ReadonlyArray<readonly [kind: IdentifierKind, pattern: RegExp]> = [
  ['email', /[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+/iu],
  ['email', /\b[\w.+-]+\s+(?:at\s+)?(?:gmail|yahoo|hotmail|outlook|icloud|rediffmail|qq|163)\b/iu],
  ['email', /\b[\w.+-]+\s+at\s+[\w-]+\s*(?:\.|\(dot\)|\[dot\]|\sdot\s)\s*[a-z]{2,10}\b/iu],
  [
    'web_address',
    /\bhttps?:|\bwww\.|\b[a-z0-9-]+\.(?:com|org|net|edu|gov|info|io|co|me|in|cn|uk|de|fr|es|ru|pk|bd|ae)\b/iu,
  ],
  ['web_address', /(?:^|\s)@\w{3,}/u],
  ['phone_number', /\+\s?\d(?:[\s().-]{0,2}\d){6,14}/u],
  [
    'phone_number',
    /\b(?:tel|phone|mobile|cell|whats\s?app|call me (?:at|on)|number is)\b[^\d\n]{0,20}\d[\d\s().-]{4,}/iu,
  ],
  ['phone_number', /(?:^|[^\d,.])\(?0\d{1,4}\)?(?:[\s./-]?\d){5,11}(?!\d)/u],
  ['phone_number', /(?:^|\D)\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\d)/u],
  // Ten digits and more in groups, as phone numbers are told: "98765 43210".
  ['phone_number', /(?:^|[^\d,.])\d(?:[\s-]?\d){9,14}(?!\d)/u],
  ['long_number', /\d{6}|\d{2,}(?:[-/]\d{2,}){2}/u],
  ['long_number', /\b\d{3,4}(?: \d{3,4}){2,}\b/u],
  ['full_date', /\b\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})\b/u],
  ['full_date', /\b(?:19|20)\d{2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2}\b/u],
  ['full_date', new RegExp(`\\b${day}\\s+(?:of\\s+)?(?:${months})\\.?,?\\s+(?:19|20)?\\d{2}\\b`, 'iu')],
  ['full_date', new RegExp(`\\b(?:${months})\\.?\\s+${day},?\\s+(?:19|20)\\d{2}\\b`, 'iu')],
  ['full_date', new RegExp(`\\b${day}\\s?[-/.]\\s?(?:${months})\\s?[-/.]\\s?(?:19|20)?\\d{2}\\b`, 'iu')],
  ['full_date', new RegExp(`\\b(?:19|20)\\d{2},?\\s+(?:${months})\\.?\\s+${day}(?!\\d)`, 'iu')],
  ['full_date', /\b\d{1,2}\s*(?:[./]\s*[IVX]{1,4}\s*[./]|\s\p{L}{3,10}\s)\s*(?:19|20)\d{2}\b/u],
  ['full_date', /\d{4}\s?年\s?\d{1,2}\s?月/u],
  ['full_date', /\b(?:born|birth|birthday|d\.?o\.?b\.?)\b[^.\n]{0,25}\d/iu],
  ['name', /\b(?:my|his|her|their|patient(?:'s|’s)?|full|first|last|sur|family)[\s-]?name\s*(?:is|:|=)\s*\p{L}/iu],
  ['name', /\b(?:my|his|her|their)\s+name['’]s\s+\p{L}|\bname\s*[:=]\s*\p{L}/iu],
  ['name', /(?<!\b(?:what|which|whose)\s)\bname is\s+(?!this\b|that\b|the\b|it\b)\p{L}/iu],
  ['name', /मेरा नाम|我叫|меня зовут|اسمي|\bmi nombre es\b|\bme llamo\b|\bje m['’]appelle\b/iu],
  [
    'name',
    new RegExp(
      `\\b(?:wife|husband|son|daughter|mother|father|brother|sister|uncle|aunt|friend)\\s+${capitalised}`,
      'u',
    ),
  ],
  ['name', /\bdr\b\.?\s*\p{L}{3,}/iu],
  [
    'long_number',
    /\b(?:mrn|uhid|patient|record|file|reg(?:istration)?|hospital|pin)\b[\s.:#]*(?:no\.?|number|id|code)?[\s.:#]*(?=[\p{L}\d/-]*\d{3})[\p{L}\d/-]+/iu,
  ],
  ['name', /\b(?:call me|i am called|i'm called|is called|named)\s+(?!the\b|a\b|an\b|after\b|for\b)\p{L}/iu],
  ['name', new RegExp(`\\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Doctor|Sister|Nurse)\\.?\\s+${capitalised}`, 'u')],
  ['name', new RegExp(`\\b(?:I am|I'm|I’m|[Tt]his is)\\s+${capitalised}\\s+${capitalised}`, 'u')],
  [
    'name',
    new RegExp(
      `\\b(?:[Rr]egards|[Ww]ishes|[Ss]incerely|[Tt]hanks|[Tt]hank you|[Ll]ove|[Yy]ours)(?:[,.!]*\\s*\\n|,)\\s*${capitalised}`,
      'u',
    ),
  ],
];

/**
 * The kinds of obvious identifier that stand in a text, each once: a net for what was overlooked, not a proof that nobody
 * can be recognised. It rather stops too much: a count of a million cells without separators reads as a record number.
 */
export function findIdentifiers(text: string): readonly IdentifierKind[] {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '');
  return [...new Set(patterns.filter(([, pattern]) => pattern.test(plain)).map(([kind]) => kind))];
}
