import { Alert, Button, NativeSelect, PasswordInput, TextInput } from "@mantine/core";
import { schemaResolver, useForm } from "@mantine/form";
import { useState } from "react";
import { fieldMessages, hasStatus, reason } from "@/hooks/problems";
import { useCreateUser } from "@/hooks/useUsers";
import { notify } from "@/lib/notify";
import { newUser } from "@/lib/passwords";
import { Dialog } from "@/components/Dialog";
import classes from "./AddUserDialog.module.css";

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
        notify({ message: `${username} can sign in now.` });
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
      <form className={classes.form} onSubmit={submit} noValidate>
        {problem && <Alert color="red">{problem}</Alert>}
        <TextInput
          label="Username"
          autoComplete="off"
          data-autofocus
          {...form.getInputProps("username")}
        />
        <PasswordInput
          label="First password"
          autoComplete="new-password"
          visibilityToggleButtonProps={{ "aria-label": "Show the password" }}
          {...form.getInputProps("password")}
        />
        <NativeSelect
          label="Role"
          description="A user works with players; an admin also with users."
          data={[
            { value: "user", label: "User" },
            { value: "admin", label: "Admin" },
          ]}
          {...form.getInputProps("role")}
        />
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending}>
            Add user
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
