/** Every expected failure has a code, a sentence a biller understands and what to do next. */
export type AppErrorCode =
  | "not_signed_in"
  | "second_factor_needed"
  | "forbidden"
  | "not_found"
  | "invalid_input"
  | "conflict"
  | "not_allowed_now"
  | "refused"
  | "too_large"
  | "rate_limited"
  | "unexpected";

const STATUS: Record<AppErrorCode, number> = {
  not_signed_in: 401,
  second_factor_needed: 401,
  forbidden: 403,
  not_found: 404,
  invalid_input: 400,
  conflict: 409,
  not_allowed_now: 409,
  refused: 422,
  too_large: 413,
  rate_limited: 429,
  unexpected: 500,
};

/** What reaches the browser of an error; never the database's own words, which can carry patient data. */
export interface ErrorView {
  code: AppErrorCode;
  /** What is wrong, and where. */
  message: string;
  /** What the person can do about it. */
  next?: string;
  /** Field path -> message, for forms. */
  fields?: Record<string, string>;
  /** For `conflict`: the state that won. */
  current?: unknown;
}

export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly view: ErrorView;

  constructor(code: AppErrorCode, message: string, extra: Omit<ErrorView, "code" | "message"> = {}) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.view = { code, message, ...extra };
  }

  /** HTTP status of the code. */
  get status(): number {
    return STATUS[this.code];
  }
}
