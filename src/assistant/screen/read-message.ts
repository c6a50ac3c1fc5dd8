import type { ScreenRules } from './compile-rules.ts';
import { type Conversation, matchRule } from './match-rule.ts';
import type { Hit, MessageView } from './message-view.ts';
import { readScope } from './read-scope.ts';
import type { Rule } from './rule-file.ts';
import { calledUp } from './trigger-keys.ts';
import { viewMessage } from './view-message.ts';

/** Earlier messages looked at for context, and how much of each. */
const REMEMBERED = { messages: 8, chars: 2000 } as const;

export interface Found {
  readonly rule: Rule;
  readonly hit: Hit;
}

export interface ReadMessage {
  readonly view: MessageView;
  /** Every rule that holds, in the order of the files. */
  readonly found: readonly Found[];
}

/** Holds every rule against a message; `previous` are the same person's earlier ones, oldest first. */
export function createMessageReader(rules: ScreenRules) {
  return (message: string, previous: readonly string[] = []): ReadMessage => {
    const earlier: MessageView[] = [];
    for (const text of previous.slice(-REMEMBERED.messages)) {
      earlier.push(viewMessage(text.slice(0, REMEMBERED.chars), rules, earlier));
    }
    const view = viewMessage(message, rules, earlier);
    const candidates = calledUp(rules.patternIndex, view.keys);
    const conversation: Conversation = { view, scope: readScope(view), candidates, earlier };
    const found = rules.rules.flatMap((rule): Found[] => {
      const hit = matchRule(rule, conversation);
      return hit ? [{ rule, hit }] : [];
    });
    return { view, found };
  };
}
