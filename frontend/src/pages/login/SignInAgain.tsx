import { Button, Text } from "@mantine/core";
import { Dialog } from "@/components/Dialog";
import { useLogout } from "@/hooks/useSession";
import { LoginForm } from "./LoginForm";

/** Opens over the page when the session expires; the page stays as it is underneath. */
export function SignInAgain() {
  const logout = useLogout();
  return (
    <Dialog title="Session expired" size={380} onClose={logout} locked>
      <Text mb="md">Sign in to continue. Unsaved changes are kept.</Text>
      <LoginForm />
      <Button mt="xs" variant="subtle" color="gray" fullWidth onClick={logout}>
        Sign out
      </Button>
    </Dialog>
  );
}
