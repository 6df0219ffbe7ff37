/** An error as it leaves the server: RFC 9457 problem details, with extension members beside. */
export interface ProblemDetails {
  /** `urn:cruxbook:<code>`. */
  type: string;
  title: string;
  status: number;
  /** A sentence for the person: what happened, what is kept, what to do. */
  detail: string;
  [extension: string]: unknown;
}

/** A refusal with a meaning of its own. Everything else that is thrown is a defect and leaves as a 500. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly extensions: Record<string, unknown>;

  constructor(status: number, code: string, detail: string, extensions: Record<string, unknown> = {}) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.extensions = extensions;
  }

  toJSON(): ProblemDetails {
    return {
      ...this.extensions,
      type: `urn:cruxbook:${this.code}`,
      title: titles[this.status] ?? 'Error',
      status: this.status,
      detail: this.message,
    };
  }
}

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  406: 'Not acceptable',
  409: 'Conflict',
  410: 'Gone',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Wrong content type',
  422: 'Not valid',
  428: 'Precondition required',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available now',
};

/** What is not yours to see is not there: the same answer for both. */
export const notFound = (detail = 'There is nothing here, or it is not yours to see.') =>
  new Problem(404, 'not-found', detail);

/** For those who may read the group. */
export const noRelease = (number: number) =>
  new Problem(404, 'no-release', `This group has no release ${number}.`);

/** The same for a set-up link that was used, has expired, or never was. */
export const setupOver = () =>
  new Problem(
    404,
    'setup-over',
    'This link was used or has expired. While the site has no administrator, each start of it prints a new one.',
  );

export const signInFirst = () => new Problem(401, 'sign-in', 'Sign in to do this.');

export const forbidden = (
  detail = 'You may not do this: it is somebody else’s, or your role in this group does not allow it.',
) => new Problem(403, 'forbidden', detail);

export const invalid = (code: string, detail: string, extensions?: Record<string, unknown>) =>
  new Problem(422, code, detail, extensions);

/** The thing changed since the caller read it; `current` is how it is now. */
export const changedMeanwhile = (current: unknown) =>
  new Problem(412, 'changed-meanwhile', 'This was changed meanwhile.', {
    current,
  });

export const conflict = (code: string, detail: string, extensions?: Record<string, unknown>) =>
  new Problem(409, code, detail, extensions);
