import { clsx } from "clsx";
import { Link } from "@tanstack/react-router";
import { IconInfoCircle, IconUserCircle, IconUsers, IconUsersGroup } from "@tabler/icons-react";
import { useMe } from "@/hooks/useSession";
import { Brand } from "@/components/Brand";
import { JobsMenu } from "./JobsMenu";
import { SchemeSwitch } from "./SchemeSwitch";
import classes from "./Header.module.css";

export function Header() {
  const me = useMe().data;
  return (
    <header className={classes.header}>
      <Link to="/players" className={classes.home} aria-label="Scouting Desk, players">
        <Brand />
      </Link>
      <nav className={classes.nav} aria-label="Pages">
        <Link to="/players" className={classes.link}>
          <IconUsersGroup size={20} stroke={1.6} aria-hidden="true" />
          Players
        </Link>
        {me?.role === "admin" && (
          <Link to="/users" className={classes.link}>
            <IconUsers size={20} stroke={1.6} aria-hidden="true" />
            Users
          </Link>
        )}
        <Link to="/about" className={classes.link}>
          <IconInfoCircle size={20} stroke={1.6} aria-hidden="true" />
          About
        </Link>
        <Link to="/account" className={clsx(classes.link, classes.account)}>
          <IconUserCircle size={20} stroke={1.6} aria-hidden="true" />
          <span>{me?.username ?? "Account"}</span>
        </Link>
      </nav>
      <div className={classes.tools}>
        <JobsMenu />
        <SchemeSwitch />
      </div>
    </header>
  );
}
