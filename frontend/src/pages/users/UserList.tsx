import { Button, NativeSelect, Table } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { clsx } from "clsx";
import { reason } from "@/hooks/problems";
import { useMe } from "@/hooks/useSession";
import { useChangeUser } from "@/hooks/useUsers";
import type { Role, User } from "@/hooks/useUsers";
import { day } from "@/lib/dates";
import { notify } from "@/lib/notify";
import classes from "./UserList.module.css";

const ROLES: { value: Role; label: string }[] = [
  { value: "user", label: "User" },
  { value: "admin", label: "Admin" },
];

/** All users, as a table or, on a phone, as cards. */
export function UserList({ users }: { users: User[] }) {
  const isPhone = useMediaQuery("(width < 48em)", false, { getInitialValueInEffect: false });
  if (isPhone) {
    return (
      <ul className={clsx("panel", classes.cards)}>
        {users.map((user) => (
          <UserCard key={user.id} user={user} />
        ))}
      </ul>
    );
  }
  return (
    <div className="panel">
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Username</Table.Th>
            <Table.Th scope="col">Role</Table.Th>
            <Table.Th scope="col">Status</Table.Th>
            <Table.Th scope="col">Added</Table.Th>
            <Table.Th scope="col">
              <span className="spoken">Actions</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {users.map((user) => (
            <UserRow key={user.id} user={user} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function UserRow({ user }: { user: User }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Username user={user} />
      </Table.Th>
      <Table.Td>
        <RoleSelect user={user} />
      </Table.Td>
      <Table.Td>
        <Status user={user} />
      </Table.Td>
      <Table.Td className="num">{day(user.created_at)}</Table.Td>
      <Table.Td className={classes.actions}>
        <ActiveButton user={user} />
      </Table.Td>
    </Table.Tr>
  );
}

function UserCard({ user }: { user: User }) {
  return (
    <li>
      <p className={classes.line}>
        <Username user={user} />
        <Status user={user} />
      </p>
      <p className="quiet">Added {day(user.created_at)}</p>
      <div className={classes.line}>
        <RoleSelect user={user} />
        <ActiveButton user={user} />
      </div>
    </li>
  );
}

// Nobody changes their own role or disables themselves by accident.
const useIsMe = ({ id }: User) => useMe().data?.id === id;

function Username({ user }: { user: User }) {
  const isMe = useIsMe(user);
  return (
    <span className={classes.username} data-disabled={!user.is_active || undefined}>
      {user.username}
      {isMe && <span className="quiet"> (you)</span>}
    </span>
  );
}

function Status({ user }: { user: User }) {
  return (
    <span className={classes.status} data-active={user.is_active}>
      {user.is_active ? "Active" : "Disabled"}
    </span>
  );
}

/** Changes a user, and says so if it fails. */
function useChange({ id, username }: User) {
  const change = useChangeUser();
  const apply = (changes: { role?: Role; is_active?: boolean }) => {
    change.mutate(
      { id, changes },
      {
        onError: (error) => {
          notify({ message: `${username} was not changed. ${reason(error)}`, tone: "bad" });
        },
      },
    );
  };
  return { apply, pending: change.isPending ? change.variables.changes : undefined };
}

function RoleSelect({ user }: { user: User }) {
  const { apply, pending } = useChange(user);
  const isMe = useIsMe(user);
  if (isMe) return ROLES.find(({ value }) => value === user.role)?.label;
  return (
    <NativeSelect
      size="xs"
      className={classes.role}
      aria-label={`Role of ${user.username}`}
      data={ROLES}
      value={pending?.role ?? user.role}
      onChange={(event) => {
        apply({ role: event.currentTarget.value as Role });
      }}
    />
  );
}

function ActiveButton({ user }: { user: User }) {
  const { apply, pending } = useChange(user);
  const isMe = useIsMe(user);
  if (isMe) return null;
  const label = user.is_active ? "Disable" : "Enable";
  return (
    <Button
      variant="default"
      size="xs"
      loading={pending !== undefined}
      aria-label={`${label} ${user.username}`}
      onClick={() => {
        apply({ is_active: !user.is_active });
      }}
    >
      {label}
    </Button>
  );
}
