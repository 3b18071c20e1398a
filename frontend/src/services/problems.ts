import { AxiosError, isAxiosError } from "axios";
import type { components } from "./schema";

type Problem = components["schemas"]["Problem"];

/** A failed request, with a message for the user. */
export class ApiProblem extends Error {
  override name = "ApiProblem";

  constructor(
    message: string,
    /** The HTTP status; 0 without an answer. */
    readonly status: number,
    /** Machine-readable: `version_conflict`, `validation_error`, … */
    readonly code: string,
    readonly fields: readonly { field: string; message: string }[] = [],
  ) {
    super(message);
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "detail" in value && "code" in value;
}

/** A request's error as an `ApiProblem`; cancellations and other errors unchanged. */
export function toProblem(error: unknown): Error {
  if (!isAxiosError(error)) return error instanceof Error ? error : new Error(String(error));
  if (error.code === AxiosError.ERR_CANCELED) return error;
  if (!error.response) {
    const slow = error.code === AxiosError.ECONNABORTED || error.code === AxiosError.ETIMEDOUT;
    return slow
      ? new ApiProblem("The server took too long to answer.", 0, "timeout")
      : new ApiProblem("The server cannot be reached.", 0, "unreachable");
  }
  const { status, data } = error.response as { status: number; data: unknown };
  if (isProblem(data)) return new ApiProblem(data.detail, status, data.code, data.errors);
  return new ApiProblem(`The server failed (HTTP ${String(status)}).`, status, "http_error");
}
