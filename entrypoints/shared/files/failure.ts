/** Why a document could not be shown; the sentences are in locale/failure-words.ts. */
export type FailureKind =
  | 'no-address'
  | 'no-permission'
  | 'network'
  | 'cut-off'
  | 'stalled'
  | 'not-found'
  | 'refused'
  | 'server'
  | 'redirected'
  | 'elsewhere'
  | 'web-page'
  | 'office'
  | 'ofd'
  | 'archive'
  | 'picture'
  | 'empty'
  | 'not-pdf'
  | 'broken'
  | 'truncated'
  | 'too-large'
  | 'huge'
  | 'stopped'
  | 'unreadable'
  | 'interrupted';

/** A document that could not be shown, for a reason that the reader can be told. */
export class OpenFailure extends Error {
  readonly kind: FailureKind;
  /** The server's answer, where that is the reason. */
  readonly status: number | undefined;

  constructor(kind: FailureKind, status?: number) {
    super(status === undefined ? kind : `${kind} ${status}`);
    this.name = 'OpenFailure';
    this.kind = kind;
    this.status = status;
  }

  /** As it is told to others. */
  get reason(): { readonly kind: FailureKind; readonly status?: number } {
    return this.status === undefined ? { kind: this.kind } : { kind: this.kind, status: this.status };
  }
}
