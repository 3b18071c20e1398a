import { Alert, Button, PasswordInput } from "@mantine/core";
import { schemaResolver, useForm } from "@mantine/form";
import { useState } from "react";
import { fieldMessages, reason } from "@/hooks/problems";
import { useChangePassword } from "@/hooks/useSession";
import { notify } from "@/lib/notify";
import { passwordChange } from "@/lib/passwords";
import classes from "./PasswordForm.module.css";

const EMPTY = { current_password: "", new_password: "", repeated: "" };

export function PasswordForm({ username }: { username: string }) {
  const change = useChangePassword();
  const [problem, setProblem] = useState<string>();
  const form = useForm({
    initialValues: EMPTY,
    validate: schemaResolver(passwordChange, { sync: true }),
  });
  const submit = form.onSubmit(({ current_password, new_password }) => {
    setProblem(undefined);
    change.mutate(
      { current_password, new_password },
      {
        onSuccess: () => {
          form.reset();
          notify({
            message: "Your password was changed. Other sessions of yours have ended.",
          });
        },
        onError: (error) => {
          const messages = fieldMessages(error);
          if (Object.keys(messages).length) form.setErrors(messages);
          else setProblem(reason(error));
        },
      },
    );
  });
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {problem && <Alert color="red">{problem}</Alert>}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      {FIELDS.map(({ name, label, complete }) => (
        <PasswordInput
          key={name}
          label={label}
          autoComplete={complete}
          visibilityToggleButtonProps={{ "aria-label": `Show: ${label.toLowerCase()}` }}
          {...form.getInputProps(name)}
        />
      ))}
      <Button type="submit" loading={change.isPending}>
        Change password
      </Button>
    </form>
  );
}

const FIELDS = [
  { name: "current_password", label: "Current password", complete: "current-password" },
  { name: "new_password", label: "New password", complete: "new-password" },
  { name: "repeated", label: "New password again", complete: "new-password" },
] as const;
