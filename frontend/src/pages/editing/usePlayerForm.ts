import { schemaResolver, useForm } from "@mantine/form";
import { useEffect } from "react";
import { ApiProblem, fieldMessages, hasStatus } from "@/hooks/problems";
import { useDraft } from "@/hooks/useDraft";
import { focusFirstError } from "@/lib/focus";
import { FIELDS, changedFields } from "@/lib/playerForm";
import type { FormValues, newPlayer } from "@/lib/playerForm";

/** The form's state, validated by `schema` and kept as a draft until it is saved or discarded. */
export function usePlayerForm(draftName: string, initial: FormValues, schema: typeof newPlayer) {
  const draft = useDraft<FormValues>(draftName);
  const form = useForm<FormValues>({
    mode: "controlled",
    initialValues: { ...initial, ...draft.found },
    validate: schemaResolver(schema, { sync: true }),
    validateInputOnBlur: false,
  });
  const dirty = changedFields(initial, form.values).length > 0;
  const { keep, drop } = draft;
  useEffect(() => {
    if (dirty) keep(form.values);
    else drop();
  }, [dirty, form.values, keep, drop]);

  /** Shows the server's messages beside their fields; returns the message that has no field. */
  const showProblem = (error: unknown): string | undefined => {
    // The sign-in dialog opens over the form, which needs no message of its own.
    if (hasStatus(error, 401)) return undefined;
    const messages = fieldMessages(error);
    const known = FIELDS.filter((field) => messages[field]);
    form.setErrors(Object.fromEntries(known.map((field) => [field, messages[field]])));
    if (known.length) {
      focusFirstError();
      return undefined;
    }
    if (error instanceof ApiProblem && error.fields.length) {
      return error.fields.map(({ message }) => `${message}.`).join(" ");
    }
    return error instanceof Error ? error.message : undefined;
  };
  return { form, dirty, showProblem, dropDraft: drop, restored: draft.found !== null };
}
