import { ask } from './server.mjs';

/** The product over HTTP: a test's messages one after the other, and the last reply whole in the metadata. */
export default class CitewellProvider {
  id = () => 'citewell';

  callApi = async (_prompt, context) => {
    try {
      const reply = await ask(JSON.parse(context.vars.turns));
      return { output: reply.answer?.text ?? '', metadata: { reply } };
    } catch (error) {
      return { error: error.message };
    }
  };
}
