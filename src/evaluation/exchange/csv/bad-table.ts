export interface TableProblem {
  /** As the spreadsheet counts; null for the file as a whole. */
  readonly row: number | null;
  readonly column: string | null;
  readonly problem: string;
}

/** A table that is no suite. The message has a line for every problem: row, column, what is wrong. */
export class BadTable extends Error {
  readonly problems: readonly TableProblem[];

  constructor(problems: readonly TableProblem[], options?: ErrorOptions) {
    const lines = problems.map(({ row, column, problem }) => {
      const where = [row === null ? 'the file' : `row ${row}`, ...(column === null ? [] : [`column ${column}`])];
      return `${where.join(', ')}: ${problem}`;
    });
    super(`Nothing was imported.\n${lines.join('\n')}`, options);
    this.name = 'BadTable';
    this.problems = problems;
  }
}
