import { Alert, Button, PasswordInput, Stack } from "@mantine/core";
import { schemaResolver, useForm } from "@mantine/form";
import { useState } from "react";
import { fieldMessages, reason } from "@/hooks/problems";
import { useChangePassword } from "@/hooks/useSession";
import { notify } from "@/lib/notify";
import { passwordChange } from "@/lib/passwords";

const FIELDS = [
  { name: "current_password", label: "Current password", autoComplete: "current-password" },
  { name: "new_password", label: "New password", autoComplete: "new-password" },
  { name: "repeated", label: "Repeat new password", autoComplete: "new-password" },
] as const;

export function PasswordForm({ username }: { username: string }) {
  const change = useChangePassword();
  const [problem, setProblem] = useState<string>();
  const form = useForm({
    initialValues: { current_password: "", new_password: "", repeated: "" },
    validate: schemaResolver(passwordChange, { sync: true }),
  });
  const submit = form.onSubmit(({ current_password, new_password }) => {
    setProblem(undefined);
    change.mutate(
      { current_password, new_password },
      {
        onSuccess: () => {
          form.reset();
          notify({ message: "Password changed. Your other sessions were signed out." });
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
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" mt="sm">
        {problem && <Alert color="red">{problem}</Alert>}
        {/* For password managers. */}
        <input
          type="text"
          name="username"
          autoComplete="username"
          value={username}
          readOnly
          hidden
        />
        {FIELDS.map(({ name, label, autoComplete }) => (
          <PasswordInput
            key={name}
            label={label}
            autoComplete={autoComplete}
            visibilityToggleButtonProps={{ "aria-label": `Show ${label.toLowerCase()}` }}
            {...form.getInputProps(name)}
          />
        ))}
        <Button type="submit" mt="xs" style={{ alignSelf: "start" }} loading={change.isPending}>
          Change password
        </Button>
      </Stack>
    </form>
  );
}
