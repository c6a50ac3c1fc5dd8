const labReport = `Patient Name : MR. SURESH PATIL   Age/Sex : 58 Y / M
Collected On : 04/11/2025  Reported On : 04/11/2025
Test Name            Result   Unit        Biological Ref Interval
Haemoglobin          9.4      g/dL        13.0 - 17.0
Total Leucocyte Count 3.1     10^3/uL     4.0 - 10.0
Platelet Count       88       10^3/uL     150 - 410
Creatinine           1.3      mg/dL       0.7 - 1.3
SGPT                 64       U/L         0 - 45
Can he take CIK with these?`;

const pathology = `HISTOPATHOLOGY REPORT
Specimen: Core biopsy, left breast.
Gross: Received in formalin, four grey white tissue cores measuring 0.8 to 1.4 cm.
Microscopy: Sections show an infiltrating tumour composed of nests of pleomorphic cells. Lymphovascular invasion is noted.
Impression: Infiltrating ductal carcinoma, grade 3.
what does this mean for my mother`;

const discharge = `DISCHARGE SUMMARY
Date of admission: 02/10/2025
Date of discharge: 09/10/2025
Diagnosis: Carcinoma stomach, post D2 gastrectomy
Course in hospital: Patient was admitted with complaints of vomiting and was managed conservatively. Hemodynamically stable at discharge.
Advice on discharge: Tab Pantoprazole 40 mg once daily, review after 2 weeks in OPD.`;

const petReport = `Sir my father PET CT says: Whole body FDG PET CT. FDG avid lesion is seen in the right upper lobe measuring 3.4 x 2.9 cm with SUVmax 11.2. FDG avid subcarinal and right paratracheal lymphadenopathy. Adrenals are unremarkable. No abnormal uptake in the liver. Lytic lesion with FDG uptake in L3 vertebra suggestive of metastasis. Please tell is CIK cell therapy possible`;

/** Kinds, and a message that tells them: as people paste. */
export const told: ReadonlyArray<readonly [kinds: string, message: string]> = [
  ['record_number', 'My MRN is 48291377, can you look at my file and say if CIK is right?'],
  ['record_number', 'mrn 482913 tata memorial'],
  ['record_number', 'MRN482913. What is CIK?'],
  ['record_number', 'UHID: AIIMS/2023/004512. Is he eligible for CIK?'],
  ['record_number', 'Hospital number 0098123, ward 4, is CIK ok after chemo'],
  ['record_number', 'patient id ONC-KL-77812 pls check'],
  ['record_number', 'Patient number: 12345'],
  ['record_number', 'my nhs number is 943 476 5919'],
  ['record_number', 'NHS no. 9434765919 if you need it'],
  ['record_number', 'aadhaar 2345 6789 0123 for registration'],
  ['record_number', 'Here is my aadhar card number 234567890123'],
  ['record_number', 'आधार नंबर २३४५ ६७८९ ०१२३ है'],
  ['record_number', 'SSN 123-45-6789'],
  ['record_number', '123-45-6789 is my social'],
  ['record_number', 'Passport No: M1234567, visa needed for China?'],
  ['record_number', 'my passport is Z4567891, can I travel for treatment?'],
  ['record_number', 'insurance policy number P/161130/01/2024/008812 will it be covered'],
  ['record_number', 'Star Health policy no 4512 9987 22'],
  ['record_number', 'Member ID W123456789, does insurance pay for CIK?'],
  ['record_number', 'my MRN at Tata Memorial is 482913'],
  ['record_number', 'Reg no 2024/1234 in your hospital'],
  ['record_number', 'CR No 202300112233 PGI'],
  ['record_number', 'PAN card ABCPK1234L'],
  ['record_number', 'My CNIC 42101-1234567-1'],
  ['record_number', '身份证号：11010519491231002X，可以做CIK吗'],
  ['record_number', '住院号 00123456'],
  ['record_number', 'رقم الهوية ١٠٢٣٤٥٦٧٨٩ هل يمكن العلاج'],
  ['record_number', 'Mi DNI es 12345678Z'],
  ['record_number', 'Паспорт 45 06 123456, можно ли приехать?'],
  ['record_number', 'biopsy no. S-2023-18821'],
  ['payment_card', 'You can charge my card 4111 1111 1111 1111'],
  ['payment_card', 'visa 4242424242424242 exp 12/27'],
  ['payment_card', 'amex 3782-822463-10005'],
  ['payment_card', 'the card is ٤١١١ ١١١١ ١١١١ ١١١١'],
  ['contact', 'Please write to anna.smith@example.org'],
  ['contact', 'my mail is john.doe at gmail dot com'],
  ['contact', 'call me on 98765 43210'],
  ['contact', 'whatsapp +91-9876543210'],
  ['contact', '+44 7700 900123 ring any time'],
  ['contact', 'my number is 555-867-5309'],
  ['contact', '(020) 7946 0958 is my home phone'],
  ['contact', '9876543210 contact me'],
  ['contact', 'اتصل بي ٠٧٧٠٠٩٠٠١٢٣'],
  ['contact', '我的手机 13812345678'],
  ['contact', 'мой телефон 8 912 345 67 89'],
  ['contact', 'I live at 12 Park Street, Kolkata 700016. Is CIK near me?'],
  ['contact', 'Flat 402, Sai Residency, MG Road, Bengaluru 560001'],
  ['contact', 'my address is House No 14, Sector 22, Chandigarh 160022'],
  ['contact', 'Send the brochure to 221B Baker Street, London NW1 6XE please'],
  ['name_and_birth', 'Ravi Kumar, DOB 12/03/1961, lung cancer stage 4'],
  ['name_and_birth', 'My name is ravi kumar and my date of birth is 3 May 1961'],
  ['name_and_birth', 'Patient: John A. Smith (born 12 March 1955). Can he get CIK?'],
  ['name_and_birth', 'Name: Lakshmi Iyer\nDate of Birth: 1961-05-03\nDiagnosis: breast cancer'],
  ['name_and_birth', 'меня зовут Иван Петров, дата рождения 03.05.1961'],
  ['name_and_birth', '姓名：王小明，出生日期：1961年5月3日'],
  ['name_and_birth', 'Me llamo Ana García, fecha de nacimiento 03/05/1961'],
  ['name_and_birth', 'Mrs Lakshmi Devi d.o.b. 03-05-1961 wants to know about CIK'],
  ['pasted_report', labReport],
  ['pasted_report', pathology],
  ['pasted_report', discharge],
  ['pasted_report', petReport],
  ['pasted_report', 'hb 9.2, wbc 3.4, plt 120, creatinine 1.2, bilirubin 0.8, sgpt 45 can she have cik'],
  [
    'pasted_report',
    'Hemoglobin: 10.1 g/dL\nWBC: 4.2 x10^9/L\nPlatelets: 150 x10^9/L\nALT: 33 U/L\nAST: 41 U/L\nCEA: 12.5 ng/mL',
  ],
  [
    'pasted_report',
    'MRI BRAIN WITH CONTRAST\nTECHNIQUE: Axial T1, T2.\nFINDINGS: A 2.3 cm ring enhancing lesion is seen in the left frontal lobe.\nIMPRESSION: Suggestive of metastasis.',
  ],
  [
    'pasted_report',
    '影像所见：右肺上叶见一软组织肿块，大小约3.2×2.9厘米，边缘毛刺，增强后明显强化，纵隔内多发肿大淋巴结。诊断意见：右肺上叶周围型肺癌，纵隔淋巴结转移。影像表现：胸腔少量积液。诊断：肺癌。',
  ],
  ['name_and_birth record_number', 'Name: Ravi Kumar, DOB: 12/03/1961, MRN: 48291377'],
  ['contact record_number', 'MRN 482913, phone 9876543210'],
  ['contact name_and_birth', 'I am Anna Smith, born 3 May 1961, mail anna@example.org'],
];

/** What people write that points at nobody. */
export const untold: readonly string[] = [
  'What is CIK?',
  'Is NCT01234567 still recruiting?',
  'What came of trial ChiCTR-IIR-17011234 and NCT04476641?',
  'How long does it take to make the cells, 14–21 days?',
  'Is it 3-5 infusions of 1-10 × 10⁹ cells on 2 days?',
  'Does one infusion have 10000000000 cells?',
  'My mother is 64, stage 3 lung cancer, 6 cycles of carboplatin in 2024.',
  'My CEA was 12.5 ng/mL and went down to 3.2, is that from CIK?',
  'Hb is 9.2 g/dL and platelets 88000, can I have CIK?',
  'Her platelets fell to 150000 from 240000, why?',
  'In the study of 2019-2021 with 1,104 patients, was survival 53.4% or 48.2%?',
  'Does it cost 25,00,000 rupees or 30000 USD?',
  'It costs about 20 000 dollars at best, is that right?',
  'What is your phone number?',
  'Can I have your WhatsApp number please?',
  'Is 112 the right emergency number in India?',
  'Is your helpline 1800 11 2345 open at night?',
  'Is +91 98765 43210 your number?',
  'Is info@cancerfax.com your email?',
  'What number do I call in an emergency, 911 or 988?',
  'What is the number on the emergency card?',
  'What is your address in Delhi?',
  'Where is the MRN on my report?',
  'Do I need my passport and insurance card for treatment in China?',
  'Do I need to send my medical record number?',
  'He was diagnosed on 12/03/2024 and had surgery on 4 May 2024.',
  'My next scan is on 2026-01-15.',
  'My father was born in 1961, is he too old?',
  'She was born on 3 May 1961, is she too old for CIK?',
  'My name is Ravi. What is CIK?',
  'I am Ravi Kumar from Pune. What is CIK?',
  'Dr. Sharma says CIK is not proven. Is that so?',
  'Pembrolizumab 200 mg every 3 weeks and IL-2 600000 IU twice a day, is that given with CIK?',
  'My report says impression: liver metastases. Is CIK possible?',
  'What do findings and impression mean in a PET report?',
  'ER positive, PR positive, HER2 negative, Ki67 30%. Does CIK help?',
  'Diagnosis: stage 3 gastric cancer. Treatment: 4 cycles FLOT. Question: is CIK useful now?',
  'Two questions: 1. What is CIK? 2. How is it made? 3. Is it safe?',
  'Is EGFR exon 19 deletion a problem? PD-L1 is 60%.',
  'Room 204, second floor - is that where infusions happen?',
  'We were 2 weeks on the road and 3 nights in a hotel.',
  'T4 N2 M0, grade 3, ECOG 1, does it matter?',
  'Response was 30%, survival 53.4%, recurrence 12%, and 5 of 8 patients lived 2 years: is that right?',
  'Does my hospital keep my insurance number and address?',
  'Is PMID 34567890 the right paper? doi 10.1016/j.cell.2020.01.001',
  'What does the policy say about children under 18?',
  'Call 108 for an ambulance?',
  'Is it 5 × 10^9 cells per infusion, 4 infusions, 2 cycles, over 8 weeks, at 37 °C?',
  'Ich habe 2 Kinder und 3 Fragen.',
  'Temperature 101 at 10 pm, 99.5 at 2 am, 100.4 at 6 am; pulse 110, what now?',
];
