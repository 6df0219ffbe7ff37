/** `empty`: there is no text in it. `too-complex`: its nesting would cost too much. `too-large`: over the limit. */
export type ImportErrorCode = 'empty' | 'too-complex' | 'too-large';

/** A source that cannot become an essay. The message is a sentence for the person who brought it. */
export class ImportError extends Error {
  override name = 'ImportError';

  constructor(
    readonly code: ImportErrorCode,
    message: string,
  ) {
    super(message);
  }
}
