import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { repairEncoding } from '#knowledge/encoding/repair-encoding.ts';

const repaired = (text: string): string => repairEncoding(text).text;

/** Misreads UTF-8 as a program would: byte by byte, holes of the page filled from windows-1252, then as controls. */
const misread = (text: string, page: 'windows-874' | 'windows-1252' | 'latin1'): string =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      if (byte < 0x80) return String.fromCharCode(byte);
      const fallback = page === 'latin1' ? page : 'windows-1252';
      const chars = [page, fallback].map((name) => iconv.decode(Buffer.of(byte), name));
      return chars.find((char) => char !== '\uFFFD') ?? String.fromCharCode(byte);
    })
    .join('');

/** The other damage: everything in 0x80–0x9F dropped on the way. */
const misreadWithLoss = (text: string): string =>
  [...Buffer.from(text, 'utf8')]
    .filter((byte) => byte < 0x80 || byte > 0x9f)
    .map((byte) => iconv.decode(Buffer.of(byte), 'windows-874'))
    .join('');

const CLEAN = {
  English: '“It’s naïve”—he said… 14–21 days · 25 °C · ≥3 · ✅ · ⚠ · ❌ · €5 · café · Skłodowska',
  French: '« Voilà », dit-il à l’élève : « ça coûte 5 € où ? » Été… cœur, Noël, DÉJÀ, CAFÉ». À suivre… et voilà\u00a0»',
  German: '„Größe“ — Äpfel, Übelkeit, Fuß“, daß…, Straße”, JÄ“ und 6 ×\u00a010 Ø\u00a05 mm',
  Portuguese: 'AMANHÃ… «IRMÔ não é amanhã”. É… É— Ô” MÃE, ROMÃ® coração',
  Spanish: '¿Qué? ¡Sí! «CAFÉ» ESPAÑA… el niño – Ñ»',
  Swedish: 'Hon sade: ”GÅ” – på ön… Å… ångström',
  Czech: 'kříž… KNÍŽKA, DÉŠŤ, KŘÍŽ“ příště žluťoučký kůň „déšť“',
  Polish: 'Zażółć gęślą jaźń — Łódź „pięść”',
  Turkish: 'İstanbul’da “ığdır” çağ…',
  Romanian: 'ÎNCEPUT „ROMÂNIA” â, î, ș, ț',
  Vietnamese: 'Ung thư phổi không tế bào nhỏ — “đều trị”',
  Icelandic: 'BLAл það Þ” — íslenska ÞÚ',
  Greek: 'IFN-γ και TNF-α: «Καλημέρα»… Ώρα',
  Russian: 'Клетки «CIK» — это… “да”; №5',
  Hebrew: 'שלום — “עולם”',
  Arabic: 'مرحبا «بالعالم» …',
  Hindi: 'कैंसर का इलाज — “नमस्ते”',
  Chinese: '细胞治疗“很好”——不是吗？……',
  Japanese: '「がん」の治療…〜',
  Korean: '암 치료 “안녕” — 그래…',
  Thai: 'เซลล์บำบัด “ไป” กร… รถ เกณฑ์ โรงพยาบาล — ใจ” โค 3 ตัว ยก ไทย แก” เพชร” ๓๐ บาท',
  'Thai among English': 'The Thai word รถ means car; “โรค” is illness – ยา is medicine',
  'one Thai word': 'รถ',
};

describe('repairEncoding', () => {
  it.each([
    ['โ€”', '—'],
    ['14โ€“21 days', '14–21 days'],
    ['EDUCATIONAL ยท PATIENT', 'EDUCATIONAL · PATIENT'],
    ['IFN-ฮณ, TNF-ฮฑ', 'IFN-γ, TNF-α'],
    ['โœ… Strong', '✅ Strong'],
    ['โš\u00a0 Limited', '⚠ Limited'],
    ['statusโ‰ฅ3', 'status≥3'],
    ['โ€œHello.โ€\n', '“Hello.”\n'],
    ['cafรฉ', 'café'],
  ])('reads windows-874 again: %s', (damaged, clean) => {
    expect(repaired(damaged)).toBe(clean);
  });

  it.each([
    ['â€”', '—'],
    ['cafÃ© NoÃ«l NOÃ‹L Ã\u00a0 la', 'café Noël NOËL à la'],
    ['EDUCATIONAL Â· PATIENT', 'EDUCATIONAL · PATIENT'],
    ['25Â\u00a0Â°C', '25\u00a0°C'],
    ['TNF-Î±, IFN-Î³, IFN-Î»1', 'TNF-α, IFN-γ, IFN-λ1'],
    ['SkÅ‚odowska, dobÅ™e, Å“uvre', 'Skłodowska, dobře, œuvre'],
    ['PAÃ‘O, KÃ–LN, 5Ã—10', 'PAÑO, KÖLN, 5×10'],
    ['â‰¥3 â‚¬5 Aâ†’B â„¢ ðŸ˜€', '≥3 €5 A→B ™ 😀'],
    ['ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'Привет'],
    ['ä½\u00a0å¥½', '你好'],
    ['It is â€œquotedâ€ here', 'It is “quoted” here'],
    ['ï»¿Title', '\uFEFFTitle'],
  ])('reads windows-1252 again: %s', (damaged, clean) => {
    expect(repaired(damaged)).toBe(clean);
  });

  it.each([
    ['14โ21 days', '14–21 days'],
    ['USD 80,000โ465,000', 'USD 80,000–465,000'],
    ['OS +15โ18%, 40%โ90%', 'OS +15–18%, 40%–90%'],
    ['14â21 days', '14–21 days'],
    ['one core concept โ but different', 'one core concept — but different'],
    ['โThe question is not which โ it is when.โ', '“The question is not which — it is when.”'],
    ['the patientโs blood', 'the patient’s blood'],
    ['ECOG PS โฅ3', 'ECOG PS ≥3'],
    ['Stage IโIII', 'Stage I–III'],
    ['โ‰ฅ3โŒ Generally excluded', '≥3❌ Generally excluded'],
  ])('restores what lost bytes meant from where they stand: %s', (damaged, clean) => {
    const result = repairEncoding(damaged);
    expect(result.text).toBe(clean);
    expect(result.restored).toBeGreaterThan(0);
  });

  it('never joins the two numbers of a range', () => {
    expect(repaired('takes 14โ21 days')).not.toContain('1421');
  });

  it('leaves what it would have to guess, and says so', () => {
    expect(repairEncoding('wordโword and \uFFFD')).toEqual({
      text: 'wordโword and \uFFFD',
      reread: 0,
      restored: 0,
      unresolved: 2,
      codePages: [],
    });
  });

  it('tells what it did', () => {
    expect(repairEncoding('a โ€” b, 1โ2')).toEqual({
      text: 'a — b, 1–2',
      reread: 1,
      restored: 1,
      unresolved: 0,
      codePages: ['windows-874'],
    });
  });

  it.each(Object.entries(CLEAN))('leaves clean %s alone', (_, text) => {
    expect(repairEncoding(text)).toMatchObject({ text, reread: 0, restored: 0 });
  });

  it('repairs damage beside Thai writing without touching the Thai', () => {
    expect(repaired('รถ 14โ21 โ€” เพชร” Ã©')).toBe('รถ 14–21 — เพชร” é');
  });

  const words = fc.constantFrom(
    'CIK',
    'cells',
    '100+',
    '14–21',
    'days',
    '—',
    '≥3',
    '“yes”',
    'it’s',
    'IFN-γ',
    'a·b',
    '…',
    '±2',
    '✅',
  );
  const sentence = (more: readonly string[]): fc.Arbitrary<string> =>
    fc.array(fc.oneof(words, fc.constantFrom(...more)), { minLength: 1, maxLength: 40 }).map((all) => all.join(' '));
  const foreign = ['café', 'naïve', 'Größe', 'Привет', '细胞治疗', 'कैंसर', 'שלום', '😀', '€5'];

  it.each(['windows-1252', 'latin1'] as const)('gets back any text misread as %s, once or twice', (page) => {
    fc.assert(
      fc.property(sentence([...foreign, 'à', 'ñandú']), (text) => {
        expect(repaired(misread(text, page))).toBe(text);
        expect(repaired(misread(misread(text, page), page))).toBe(text);
      }),
    );
  });

  it('gets back any text misread as windows-874', () => {
    fc.assert(
      fc.property(sentence(foreign), (text) => {
        // One dash at least: text without any proof of damage is not touched.
        expect(repaired(misread(`${text} — end`, 'windows-874'))).toBe(`${text} — end`);
      }),
    );
  });

  it('gets back ranges, dashes and quotations of which only the first byte is left', () => {
    const range = fc.tuple(fc.nat(), fc.nat()).map(([from, to]) => `${from}–${to}`);
    const part = fc.oneof(range, fc.constantFrom('word', 'a — b', 'it’s', '“quoted words”', '≥3', 'CAR-T'));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 20 }), (parts) => {
        const text = parts.join(' and ');
        expect(repaired(misreadWithLoss(text))).toBe(text);
      }),
    );
  });

  it('leaves any order of clean words alone, in any language', () => {
    const pieces = Object.values(CLEAN).flatMap((text) => text.split(' '));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        const text = parts.join(' ');
        expect(repaired(text)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('repairs twice as once, whatever the text', () => {
    const suspicious = fc.constantFrom(...'โยฮรไเÃÂâéÉÅÐ€”“™œ…\u00a0»ณทฅŒ 14as\uFFFD\u009d\n');
    const unit = fc.oneof(suspicious, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (chars) => {
        const once = repaired(chars.join(''));
        expect(repaired(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});
