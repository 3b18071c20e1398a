import { Button, Skeleton } from "@mantine/core";
import { clsx } from "clsx";
import { useDocumentTitle } from "@mantine/hooks";
import { reason } from "@/hooks/problems";
import { useLogout, useMe } from "@/hooks/useSession";
import { day } from "@/lib/dates";
import { ErrorState } from "@/components/States";
import { PasswordForm } from "./PasswordForm";
import classes from "./AccountPage.module.css";

export function AccountPage() {
  useDocumentTitle("My account · Scouting Desk");
  const { data: me, error, refetch } = useMe();
  const logout = useLogout();
  if (error && !me) {
    return (
      <ErrorState
        page
        title="Your account could not be loaded"
        reason={reason(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <div className="page">
      <h1>My account</h1>
      <div className={classes.columns}>
        <section className={clsx("panel", classes.panel)} aria-labelledby="who">
          <h2 id="who">{me?.username ?? <Skeleton width={90} height={15} />}</h2>
          <p className="quiet">
            {me ? (
              <>
                {me.role === "admin" ? "Admin" : "User"}, here since {day(me.created_at)}
              </>
            ) : (
              <Skeleton width={160} height={12} />
            )}
          </p>
          <Button variant="default" onClick={logout} className={classes.leave}>
            Sign out
          </Button>
        </section>
        <section className={clsx("panel", classes.panel)} aria-labelledby="password">
          <h2 id="password">Change password</h2>
          <PasswordForm username={me?.username ?? ""} />
        </section>
      </div>
    </div>
  );
}
