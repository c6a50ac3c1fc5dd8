/**
 * Words with which people ask, whatever they ask about: greetings, thanks, "please advise me", "I would like to know". They
 * are no stop words, because a document may be about one of them ("help with payment"): in a question they count less.
 */
export const chatterWords: ReadonlySet<string> = new Set(
  (
    'advice advise anyone anything ask asked asking bad best concern concerned could dear doctor dr email ever find get give ' +
    'go going good got hello help hi im info information just kindly know like look looking madam make many may me might much ' +
    'need one people person please question questions really regard regarding said say sent should sir something still ' +
    'suggest take tell thank thanks thing things told took two want wanted way well went wonder wondering would'
  ).split(' '),
);
