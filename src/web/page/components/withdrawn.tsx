import type { Problem } from '../api/problem.ts';
import { say, sayDate, sayProblem } from '../locales/say.ts';

/** Why a document cannot be shown. */
export function Withdrawn({ problem }: { readonly problem: Problem }) {
  if (problem.code !== 'withdrawn') {
    return (
      <p role="alert">
        {say('source.failed')} {problem.code === 'not_found' ? '' : sayProblem(problem.code)}
      </p>
    );
  }
  const { withdrawnOn = null, successor = null } = problem.withdrawal ?? {};
  return (
    <p role="alert">
      {withdrawnOn === null ? say('source.withdrawn') : say('source.withdrawnOn', { date: sayDate(withdrawnOn) })}
      {successor !== null && ` ${say('source.successor', { successor })}`}
    </p>
  );
}
