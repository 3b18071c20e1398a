import { useState } from "react";
import type { SubmitEvent } from "react";
import { reason } from "@/hooks/problems";
import { useLogin } from "@/hooks/useSession";
import { Field } from "@/components/Field";
import { Notice } from "@/components/Notice";
import { Button } from "@/components/Button";
import classes from "./LoginForm.module.css";

interface Errors {
  username?: string;
  password?: string;
}

function text(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}

export function LoginForm() {
  const login = useLogin();
  const [errors, setErrors] = useState<Errors>({});

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const username = text(data, "username").trim();
    const password = text(data, "password");
    const found: Errors = {
      ...(!username && { username: "Enter your username." }),
      ...(!password && { password: "Enter your password." }),
    };
    setErrors(found);
    if (username && password) login.mutate({ username, password });
  };

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {login.isError && <Notice tone="bad">{reason(login.error)}</Notice>}
      <Field
        name="username"
        label="Username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={errors.username}
        data-autofocus
      />
      <Field
        name="password"
        type="password"
        label="Password"
        autoComplete="current-password"
        error={errors.password}
      />
      <Button type="submit" wide busy={login.isPending}>
        Sign in
      </Button>
    </form>
  );
}
