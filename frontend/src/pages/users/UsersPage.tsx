import { Button } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { hasStatus, reason } from "@/hooks/problems";
import { useUsers } from "@/hooks/useUsers";
import { EmptyState, ErrorState } from "@/components/States";
import { AddUserDialog } from "./AddUserDialog";
import { UsersTable } from "./UsersTable";
import { LinkButton } from "@/components/LinkButton";
import classes from "./UsersPage.module.css";

export function UsersPage() {
  useDocumentTitle("Users · Scouting Desk");
  const { data: users, error, refetch } = useUsers();
  const [adding, setAdding] = useState(false);
  if (hasStatus(error, 403)) {
    return (
      <EmptyState
        page
        title="Only admins manage users"
        action={<LinkButton to="/players">Go to the players</LinkButton>}
      >
        Ask an admin if you need somebody added.
      </EmptyState>
    );
  }
  return (
    <div className="page">
      <div className={classes.head}>
        <h1>Users</h1>
        <Button
          leftSection={<IconUserPlus size={16} />}
          onClick={() => {
            setAdding(true);
          }}
        >
          Add user
        </Button>
      </div>
      {error && !users ? (
        <ErrorState
          title="The users could not be loaded"
          reason={reason(error)}
          onRetry={() => void refetch()}
        />
      ) : (
        <UsersTable users={users} />
      )}
      {adding && (
        <AddUserDialog
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </div>
  );
}
