import { useDocumentTitle } from "@mantine/hooks";
import { Notice } from "@/components/Notice";
import { Brand } from "@/components/Brand";
import { LoginForm } from "./LoginForm";
import classes from "./LoginPage.module.css";

/** Set to `false` for a build that faces real users, whose admin has a password of his own. */
const SHOW_DEFAULT_LOGIN = import.meta.env.VITE_SHOW_DEFAULT_LOGIN !== "false";

/** The gate: it stands at whatever address was asked for, which opens after signing in. */
export function LoginPage({ ended }: { ended: boolean }) {
  useDocumentTitle("Sign in · Scouting Desk");
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <div className={classes.brand}>
          <Brand />
        </div>
        <div className={classes.body}>
          <h1>Sign in</h1>
          {ended && <Notice tone="warn">Your session ended; sign in to go on.</Notice>}
          <LoginForm />
          {SHOW_DEFAULT_LOGIN && (
            <p className={classes.hint}>
              A new installation starts with the user <code>admin</code> and the password{" "}
              <code>admin123</code>. Change it under My account.
            </p>
          )}
        </div>
      </div>
    </main>
  );
}
