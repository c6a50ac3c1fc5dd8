import type { Config } from './config-schema.ts';

/** What the start should say aloud: settings that are set but do not do what their name promises. */
export function warnAbout(config: Config): readonly string[] {
  const warnings: string[] = [];
  if (config.chatModel !== undefined)
    warnings.push('CHAT_MODEL has no effect yet: composition by a model is not built. Answers stay extractive.');
  if (config.apiKeys.length > 0)
    warnings.push('API_KEYS has no effect yet: the OpenAI-compatible route it will guard is not built.');
  if (config.debugReplies)
    warnings.push('DEBUG_REPLIES is on: anyone can ask why a reply is as it is. Not for a public server.');
  if (config.allowTracing)
    warnings.push("ALLOW_TRACING is on: the LANGSMITH_* and LANGCHAIN_* variables may send patients' words away.");
  if (config.otlpWithWords)
    warnings.push(
      config.otlpTracesUrl === undefined
        ? 'OTLP_WITH_WORDS has no effect: OTLP_TRACES_URL is not set.'
        : 'OTLP_WITH_WORDS is on: what patients write and are told is sent to OTLP_TRACES_URL.',
    );
  return warnings;
}
