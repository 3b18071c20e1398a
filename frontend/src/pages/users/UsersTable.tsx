import { clsx } from "clsx";
import { Button, NativeSelect, Skeleton } from "@mantine/core";
import { reason } from "@/hooks/problems";
import { useMe } from "@/hooks/useSession";
import { useChangeUser } from "@/hooks/useUsers";
import type { Role, User } from "@/hooks/useUsers";
import { day } from "@/lib/dates";
import { notify } from "@/lib/notify";
import classes from "./UsersTable.module.css";

const ROLE_WORDS: Record<Role, string> = { user: "User", admin: "Admin" };
const ROLES = Object.entries(ROLE_WORDS).map(([value, label]) => ({ value, label }));

export function UsersTable({ users }: { users: User[] | undefined }) {
  return (
    <div className={clsx("panel", classes.frame)}>
      <table className={classes.table} aria-busy={!users}>
        <thead>
          <tr>
            <th scope="col">Username</th>
            <th scope="col">Role</th>
            <th scope="col">State</th>
            <th scope="col">Added</th>
            <th scope="col">
              <span className="spoken">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {users
            ? users.map((user) => <Row key={user.id} user={user} />)
            : [0, 1, 2].map((row) => (
                <tr key={row}>
                  <td colSpan={5}>
                    <Skeleton width="70%" height={12} />
                  </td>
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ user }: { user: User }) {
  const change = useChangeUser();
  const me = useMe().data;
  const { id, username, role, is_active } = user;
  // Nobody shuts himself out by a slip.
  const mine = me?.id === id;
  const apply = (changes: { role?: Role; is_active?: boolean }) => {
    change.mutate(
      { id, changes },
      {
        onError: (error) => {
          notify({ message: `${username} stays as before. ${reason(error)}`, tone: "bad" });
        },
      },
    );
  };
  return (
    <tr data-disabled={!is_active || undefined}>
      <th scope="row">
        {username}
        {mine && <span className="quiet"> (you)</span>}
      </th>
      <td>
        {mine ? (
          ROLE_WORDS[role]
        ) : (
          <NativeSelect
            size="xs"
            className={classes.role}
            aria-label={`Role of ${username}`}
            data={ROLES}
            value={
              change.variables?.changes.role && change.isPending
                ? change.variables.changes.role
                : role
            }
            onChange={(event) => {
              apply({ role: event.currentTarget.value as Role });
            }}
          />
        )}
      </td>
      <td>
        <span className={classes.state}>{is_active ? "Active" : "Disabled"}</span>
      </td>
      <td className="num">{day(user.created_at)}</td>
      <td className={classes.actions}>
        {!mine && (
          <Button
            variant="default"
            loading={change.isPending}
            aria-label={`${is_active ? "Disable" : "Enable"} ${username}`}
            onClick={() => {
              apply({ is_active: !is_active });
            }}
          >
            {is_active ? "Disable" : "Enable"}
          </Button>
        )}
      </td>
    </tr>
  );
}
