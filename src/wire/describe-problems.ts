import type { z } from 'zod';
import type { FieldProblem } from '#domain/fault.ts';

type Issue = z.core.$ZodIssue;

/** What was wrong with a request: where, and a fixed text. Never the value, and no key that could be somebody's words. */
export function describeProblems(error: z.ZodError): readonly FieldProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ path: pathOf(issue.path), problem: problemOf(issue) }];
    return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), problem: 'is not known' }));
  });
}

function problemOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'invalid_format':
      return 'must have the right form';
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    default:
      return 'is not valid';
  }
}

function unitOf(origin: string): string {
  return origin === 'string' ? ' characters' : '';
}

function pathOf(path: readonly PropertyKey[]): string {
  const isNameable = path.every((part) => /^\w{1,40}$/.test(String(part)));
  return isNameable ? path.map(String).join('.') : '';
}
