/**
 * LangChain and LangSmith read their own variables whenever a model or retriever runs: tracing, verbose logs of prompts,
 * a gateway that requests are sent through. Removes all of them from `env`, unless `allowed`, and gives the names that were
 * set, so that the start can say so. Call it on `process.env` before anything of LangChain runs.
 */
export function forbidTracing(env: Record<string, string | undefined>, allowed: boolean): readonly string[] {
  if (allowed) return [];
  const names = Object.keys(env).filter((name) => /^(LANGSMITH|LANGCHAIN)_/i.test(name));
  for (const name of names) delete env[name];
  return names.sort();
}
