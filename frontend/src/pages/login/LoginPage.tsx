import { Alert } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useHealth } from "@/hooks/useHealth";
import { Brand } from "@/components/Brand";
import { LoginForm } from "./LoginForm";
import classes from "./LoginPage.module.css";

/** Shown at whatever address was requested, which opens after signing in. */
export function LoginPage({ ended }: { ended: boolean }) {
  useDocumentTitle("Sign in · Scouting Desk");
  const { data: health } = useHealth();
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <div className={classes.brand}>
          <Brand />
        </div>
        <div className={classes.body}>
          <h1>Sign in</h1>
          {ended && (
            <Alert color="yellow" role="status">
              Your session expired. Sign in to continue.
            </Alert>
          )}
          <LoginForm />
          {health?.default_login && (
            <p className={classes.hint}>
              This installation still uses the default login: <code>admin</code> /{" "}
              <code>admin123</code>. Change the password under My account.
            </p>
          )}
        </div>
      </div>
    </main>
  );
}
