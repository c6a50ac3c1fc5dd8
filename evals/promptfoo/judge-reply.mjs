/**
 * What a reply is held to, by name. `item` is a case of a suite, `reply` the reply object of POST /v1/chat,
 * `compareFacts` the product's own comparison, `documentText` gives the text of a version of a document, or null.
 */
export async function judgeReply({ item, reply, compareFacts, documentText }) {
  const { missing, forbidden } = compareFacts(reply.answer?.text ?? '', item.facts);
  return {
    outcome: judgeOutcome(item.expected, reply),
    facts: [
      ...missing.map((forms) => `not stated: ${forms.join(' | ')}`),
      ...forbidden.map((forms) => `stated and forbidden: ${forms.join(' | ')}`),
    ],
    quotes: await judgeQuotes(reply, documentText),
  };
}

function judgeOutcome({ outcome, reason, level }, reply) {
  if (outcome.startsWith('not_')) return reply.outcome === outcome.slice(4) ? [`was ${reply.outcome}`] : [];
  const wrong = [];
  if (reply.outcome !== outcome) wrong.push(`expected ${outcome}, was ${reply.outcome}`);
  if (reason != null && reply.reason !== reason) wrong.push(`expected reason ${reason}, was ${reply.reason}`);
  if (level != null && reply.level !== level) wrong.push(`expected level ${level}, was ${reply.level}`);
  return wrong;
}

/** Every sentence cites, and every quote stands in its document to the letter. */
async function judgeQuotes(reply, documentText) {
  const wrong = [];
  const known = new Set(reply.citations.map(({ n }) => n));
  for (const { text, citations } of reply.answer?.sentences ?? []) {
    if (citations.length === 0) wrong.push(`cites nothing: ${text}`);
    for (const n of citations) if (!known.has(n)) wrong.push(`cites [${n}], which there is not`);
  }
  for (const { n, documentId, documentVersion, quote, start, end } of reply.citations) {
    const text = await documentText(documentId, documentVersion);
    if (text === null) wrong.push(`[${n}] cites a version of ${documentId} that there is not`);
    else if (text.slice(start, end) !== quote) wrong.push(`[${n}] is not what ${documentId} says there`);
  }
  return wrong;
}
