import { Button, Container, Group, Skeleton, Stack } from "@mantine/core";
import { useDisclosure, useDocumentTitle } from "@mantine/hooks";
import { IconUserPlus } from "@tabler/icons-react";
import { hasStatus, reason } from "@/hooks/problems";
import { useUsers } from "@/hooks/useUsers";
import { LinkButton } from "@/components/LinkButton";
import { EmptyState, ErrorState } from "@/components/States";
import { AddUserDialog } from "./AddUserDialog";
import { UserList } from "./UserList";

export function UsersPage() {
  useDocumentTitle("Users · Scouting Desk");
  const { data: users, error, refetch } = useUsers();
  const [adding, { open, close }] = useDisclosure(false);
  if (hasStatus(error, 403)) {
    return (
      <EmptyState
        page
        title="Admins only"
        action={<LinkButton to="/players">All players</LinkButton>}
      >
        Ask an admin to add or change users.
      </EmptyState>
    );
  }
  return (
    <Container size={800} px="var(--gutter)" py="xl">
      <Group justify="space-between" mb="md">
        <h1>Users</h1>
        <Button leftSection={<IconUserPlus size={16} aria-hidden="true" />} onClick={open}>
          Add user
        </Button>
      </Group>
      {error && !users ? (
        <ErrorState
          title="The users could not be loaded"
          reason={reason(error)}
          onRetry={() => void refetch()}
        />
      ) : users ? (
        <UserList users={users} />
      ) : (
        <Stack gap="xs" aria-busy="true">
          {[0, 1, 2].map((row) => (
            <Skeleton key={row} height={44} />
          ))}
        </Stack>
      )}
      {adding && <AddUserDialog onClose={close} />}
    </Container>
  );
}
