// Whatever was thrown, in the one shape the window understands.

export class Failure extends Error {
  override readonly name = "Failure";
  readonly code: string;
  /** The field at fault, in its JSON spelling. */
  readonly field: string | null;

  constructor(code: string, message: string, field: string | null = null) {
    super(message);
    this.code = code;
    this.field = field;
  }
}

function looksLikeFailure(
  thrown: unknown,
): thrown is { code: string; message: string; field?: string | null } {
  return (
    typeof thrown === "object" &&
    thrown !== null &&
    "code" in thrown &&
    typeof thrown.code === "string" &&
    "message" in thrown &&
    typeof thrown.message === "string"
  );
}

export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) {
    return thrown;
  }
  if (looksLikeFailure(thrown)) {
    return new Failure(thrown.code, thrown.message, thrown.field ?? null);
  }
  return new Failure("internal", thrown instanceof Error ? thrown.message : String(thrown));
}
