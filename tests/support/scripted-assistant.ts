import type { Assistant, FixedTexts, Release, TurnInput, TurnResult } from '#domain/turn.ts';
import {
  answeredResult,
  emergencyCard,
  escalatedResult,
  sampleCitation,
  sampleSentence,
} from './conversation-samples.ts';

type Respond = Assistant['respond'];

export interface ScriptedAssistant extends Assistant {
  /** Every input it was asked, in order. */
  readonly inputs: readonly TurnInput[];
  /** How many turns it is answering now. */
  readonly busy: number;
}

export const sentencePiece = (index = 0): Release => ({
  type: 'sentence',
  index,
  sentence: sampleSentence,
  sources: index === 0 ? [sampleCitation] : [],
});

/** Answers each message as its script says; whatever mentions chest pain is an emergency. */
export function createScriptedAssistant(scripts: Readonly<Record<string, Respond>> = {}): ScriptedAssistant {
  const inputs: TurnInput[] = [];
  let busy = 0;
  const escalate = (text: string): TurnResult | null => (text.includes('chest pain') ? escalatedResult : null);

  return {
    inputs,
    get busy() {
      return busy;
    },
    escalate,
    async respond(input, release, signal) {
      inputs.push(input);
      busy += 1;
      try {
        const script = scripts[input.message] ?? (escalate(input.message) === null ? answer : showCard);
        return await script(input, release, signal);
      } finally {
        busy -= 1;
      }
    },
    findTooMuch: (message) => {
      const at = message.search(/\d{6,}/u);
      const [digits = ''] = /\d{6,}/u.exec(message) ?? [];
      return at < 0 ? [] : [{ kind: 'record_number', span: [at, at + digits.length] }];
    },
    fixed: fixedTexts,
  };
}

const answer: Respond = async (_input, release) => {
  await release(sentencePiece(0));
  await release(sentencePiece(1));
  return answeredResult;
};

const showCard: Respond = async (_input, release) => {
  await release({ type: 'notice', notice: emergencyCard });
  return escalatedResult;
};

/** Answers once `open` was called; meanwhile it has released one sentence. Listens to the signal like a real one. */
export function createGate(): { readonly respond: Respond; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    open: () => open(),
    async respond(_input, release, signal) {
      await release(sentencePiece(0));
      await new Promise<void>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        void opened.then(resolve);
      });
      await release(sentencePiece(1));
      return answeredResult;
    },
  };
}

const fixedTexts: FixedTexts = {
  disclaimer: () => 'This is not medical advice.',
  aiNotice: () => 'You are talking to a machine.',
  privacyNotice: () => 'We keep this for 30 days.',
  emergencyLine: () => emergencyCard,
  suggestions: () => [],
};
