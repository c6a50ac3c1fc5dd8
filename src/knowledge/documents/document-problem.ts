/** Why one file cannot become a document. The rest of a corpus goes in without it. */
export class DocumentProblem extends Error {
  readonly file: string;
  readonly reason: string;

  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(`${file}: ${reason}`, options);
    this.name = 'DocumentProblem';
    this.file = file;
    this.reason = reason;
  }
}
