import { ApiProblem } from "@/services/problems";

export { ApiProblem };

/** A message for any error. */
export function reason(error: unknown): string {
  return error instanceof ApiProblem ? error.message : "Internal error in this page.";
}

export function hasStatus(error: unknown, status: number): error is ApiProblem {
  return error instanceof ApiProblem && error.status === status;
}

/** The server's validation messages by field. */
export function fieldMessages(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(error.fields.map(({ field, message }) => [field, `${message}.`]));
}
