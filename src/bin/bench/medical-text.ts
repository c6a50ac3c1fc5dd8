import type { SeededRandom } from '#evaluation/statistics/seeded-random.ts';

type Words = readonly [string, ...string[]];

/** Cancers, treatments and effects that patients' guides speak of. */
const slots: Readonly<Record<string, Words>> = {
  disease:
    `lung cancer|breast cancer|gastric cancer|colorectal cancer|liver cancer|pancreatic cancer|ovarian cancer|kidney cancer|bladder cancer|melanoma|lymphoma|multiple myeloma|acute leukaemia|thyroid cancer|cervical cancer|prostate cancer|oesophageal cancer|head and neck cancer|glioblastoma|sarcoma`.split(
      '|',
    ) as unknown as Words,
  treatment:
    `chemotherapy|radiotherapy|pembrolizumab|nivolumab|cisplatin|carboplatin|paclitaxel|docetaxel|cytokine-induced killer cells|dendritic cell vaccine|surgery|hormone therapy|rituximab|trastuzumab|bevacizumab|gemcitabine|capecitabine|a stem cell transplant|interleukin-2|targeted tablets`.split(
      '|',
    ) as unknown as Words,
  effect:
    `fever|fatigue|nausea|a skin rash|low white cells|diarrhoea|mouth sores|hair loss|numb fingers|loss of appetite|a raised temperature|bleeding gums|joint pain|shortness of breath|swollen ankles|headache|poor sleep|weight loss|dry skin|infection`.split(
      '|',
    ) as unknown as Words,
  test: `a blood count|a CT scan|a biopsy|an MRI scan|a PET scan|liver tests|a heart scan|a lung function test|a bone marrow sample|a tumour marker`.split(
    '|',
  ) as unknown as Words,
  person:
    `the nurse|the coordinator|your oncologist|the pharmacist|the family doctor|the dietitian|the physiotherapist|the laboratory`.split(
      '|',
    ) as unknown as Words,
  place:
    `at the day clinic|at home|in hospital|at a partner centre|in the outpatient ward|abroad|at the local practice`.split(
      '|',
    ) as unknown as Words,
  unit: `days|weeks|months|hours|cycles|visits`.split('|') as unknown as Words,
};

const sentences: Words = [
  'People with {disease} who were given {treatment} lived a median of {n} {unit} longer than those who had {treatment} alone.',
  'In a study of {n} patients with {disease}, {n}% had {effect} after the first {n} {unit} of {treatment}.',
  'Before {treatment} is started, {person} arranges {test} and asks about {effect} and earlier {treatment}.',
  'Each course of {treatment} lasts about {n} {unit} and is given {place} under the eye of {person}.',
  'Tell {person} at once about {effect} or {effect}, because {treatment} may have to be paused for {n} {unit}.',
  'For {disease} at stage {n}, {treatment} is usually joined with {treatment} unless {test} shows a reason against it.',
  'The cost of {treatment} for {disease} is between {n},000 and {n},500 and depends on {test} and the stay {place}.',
  '{effect} is common with {treatment}; it mostly passes within {n} {unit} and is eased by rest, fluids and advice from {person}.',
  'Results of {test} come after {n} {unit}, and {person} then explains what they mean for {treatment}.',
  'Nobody should stop {treatment} on their own: {effect} can often be treated {place} within {n} {unit}.',
  'The response rate to {treatment} in {disease} was {n}% in one trial and {n}% in another, neither of them large.',
  'After {treatment}, check-ups with {test} follow every {n} {unit} for the first two years, mostly {place}.',
];

const questions: Words = [
  'How long does {treatment} take for {disease}?',
  'Can {treatment} cause {effect}?',
  'What does {treatment} cost for {disease}?',
  'Do I need {test} before {treatment}?',
  'How many patients with {disease} had {effect} after {treatment}?',
  'is {treatment} given {place}',
  'When do results of {test} come?',
  'What helps against {effect} during {treatment}?',
];

const stories: Words = [
  'My mother was told in spring that she has {disease} and we are still trying to understand it all.',
  'She had {treatment} for {n} {unit} and then {effect} came, which frightened us very much.',
  'Our doctor spoke of {treatment} but did not have the time to explain what it would mean for her.',
  'At night I read about {treatment} and {effect} and I no longer know whom to believe.',
  'We live far from the hospital, so that everything that can be done {place} would help us.',
  'The last {test} was good, they said, yet {person} wants another one in {n} {unit}.',
  'My brother thinks that {treatment} is better, my aunt says that it harmed a neighbour.',
  'She eats little, sleeps badly since the {effect} began and worries about being a burden.',
];

const fill = (text: string, random: SeededRandom): string =>
  text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const words = slots[slot];
    return words === undefined ? String(2 + random.below(95)) : random.pick(words);
  });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const writeSentence = (random: SeededRandom): string => capital(fill(random.pick(sentences), random));
export const writeQuestion = (random: SeededRandom): string => capital(fill(random.pick(questions), random));

/** A whole message of about 150 words: a story with a question at its end. */
export function writePost(random: SeededRandom): string {
  const story = stories.map((sentence) => fill(sentence, random));
  return [...story, writeQuestion(random)].join(' ');
}
