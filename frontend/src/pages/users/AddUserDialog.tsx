import { Alert, Button, Group, NativeSelect, PasswordInput, Stack, TextInput } from "@mantine/core";
import { schemaResolver, useForm } from "@mantine/form";
import { useState } from "react";
import { fieldMessages, hasStatus, reason } from "@/hooks/problems";
import { useCreateUser } from "@/hooks/useUsers";
import { notify } from "@/lib/notify";
import { newUser } from "@/lib/passwords";
import { Dialog } from "@/components/Dialog";

export function AddUserDialog({ onClose }: { onClose: () => void }) {
  const create = useCreateUser();
  const [problem, setProblem] = useState<string>();
  const form = useForm({
    initialValues: { username: "", password: "", role: "user" },
    validate: schemaResolver(newUser, { sync: true }),
  });
  const submit = form.onSubmit((values) => {
    setProblem(undefined);
    create.mutate(newUser.parse(values), {
      onSuccess: ({ username }) => {
        onClose();
        notify({ message: `${username} was added.` });
      },
      onError: (error) => {
        const messages = hasStatus(error, 409) ? { username: reason(error) } : fieldMessages(error);
        if (Object.keys(messages).length) form.setErrors(messages);
        else setProblem(reason(error));
      },
    });
  });
  return (
    <Dialog title="Add user" size={400} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {problem && <Alert color="red">{problem}</Alert>}
          <TextInput
            label="Username"
            autoComplete="off"
            data-autofocus
            {...form.getInputProps("username")}
          />
          <PasswordInput
            label="Initial password"
            autoComplete="new-password"
            visibilityToggleButtonProps={{ "aria-label": "Show password" }}
            {...form.getInputProps("password")}
          />
          <NativeSelect
            label="Role"
            description="Admins also manage users."
            data={[
              { value: "user", label: "User" },
              { value: "admin", label: "Admin" },
            ]}
            {...form.getInputProps("role")}
          />
          <Group justify="flex-end" gap={8} mt="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={create.isPending}>
              Add user
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
