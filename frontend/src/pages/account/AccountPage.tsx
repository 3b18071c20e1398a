import { Button, Container, Group, Paper, Skeleton } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { reason } from "@/hooks/problems";
import { useLogout, useMe } from "@/hooks/useSession";
import { day } from "@/lib/dates";
import { ErrorState } from "@/components/States";
import { PasswordForm } from "./PasswordForm";

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
    <Container size={560} px="var(--gutter)" py="xl">
      <h1>My account</h1>
      <Paper component="section" className="panel" p="lg" mt="md" aria-labelledby="me">
        <Group justify="space-between">
          {me ? (
            <div>
              <h2 id="me">{me.username}</h2>
              <p className="quiet">
                {me.role === "admin" ? "Admin" : "User"} · Member since {day(me.created_at)}
              </p>
            </div>
          ) : (
            <Skeleton width={160} height={37} />
          )}
          <Button variant="default" onClick={logout}>
            Sign out
          </Button>
        </Group>
      </Paper>
      <Paper component="section" className="panel" p="lg" mt="md" aria-labelledby="password">
        <h2 id="password">Change password</h2>
        <PasswordForm username={me?.username ?? ""} />
      </Paper>
    </Container>
  );
}
