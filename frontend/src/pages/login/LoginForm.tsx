import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { reason } from "@/hooks/problems";
import { useLogin } from "@/hooks/useSession";
import classes from "./LoginForm.module.css";

export function LoginForm() {
  const login = useLogin();
  const [visible, { toggle }] = useDisclosure();
  const form = useForm({
    initialValues: { username: "", password: "" },
    validate: {
      username: (value) => (value.trim() ? null : "Enter your username."),
      password: (value) => (value ? null : "Enter your password."),
    },
  });
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit(({ username, password }) => {
        login.mutate({ username: username.trim(), password });
      })}
    >
      {login.isError && <Alert color="red">{reason(login.error)}</Alert>}
      <TextInput
        label="Username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
        {...form.getInputProps("username")}
      />
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        visible={visible}
        onVisibilityChange={toggle}
        visibilityToggleFocusable
        visibilityToggleButtonProps={{ "aria-label": visible ? "Hide password" : "Show password" }}
        {...form.getInputProps("password")}
      />
      <Button type="submit" fullWidth loading={login.isPending}>
        Sign in
      </Button>
    </form>
  );
}
