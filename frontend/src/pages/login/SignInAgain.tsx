import { Sheet } from "@/components/Sheet";
import { useLogout } from "@/hooks/useSession";
import { LoginForm } from "./LoginForm";
import { Button } from "@/components/Button";

/** Over the page one was on, which stays as it is underneath. */
export function SignInAgain() {
  const logout = useLogout();
  return (
    <Sheet title="Your session ended; sign in to go on" size={380} onClose={logout} locked>
      <p style={{ marginBottom: 14 }}>What you were doing is still here.</p>
      <LoginForm />
      <Button variant="subtle" wide onClick={logout}>
        Leave instead
      </Button>
    </Sheet>
  );
}
