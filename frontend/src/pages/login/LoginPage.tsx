import { useDocumentTitle } from "@mantine/hooks";
import { useHealth } from "@/hooks/useHealth";
import { Notice } from "@/components/Notice";
import { Brand } from "@/components/Brand";
import { LoginForm } from "./LoginForm";
import classes from "./LoginPage.module.css";

/** The gate: it stands at whatever address was asked for, which opens after signing in. */
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
          {ended && <Notice tone="warn">Your session ended; sign in to go on.</Notice>}
          <LoginForm />
          <p className={classes.hint}>
            {health?.default_login && (
              <>
                A new installation starts with the user <code>admin</code> and the password{" "}
                <code>admin123</code>. Change it under My account.
              </>
            )}
          </p>
        </div>
      </div>
    </main>
  );
}
