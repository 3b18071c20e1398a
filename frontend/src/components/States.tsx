import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./States.module.css";

interface EmptyProps {
  title: string;
  children?: ReactNode;
  /** The next step. */
  action?: ReactNode;
  /** It fills the page, so its title is the page's heading. */
  page?: boolean;
}

export function EmptyState({ title, children, action, page }: EmptyProps) {
  return (
    <div className={classes.state}>
      <Title page={page}>{title}</Title>
      {children && <p className={classes.text}>{children}</p>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}

interface ErrorProps {
  title: string;
  reason: string;
  onRetry: () => void;
  page?: boolean;
}

export function ErrorState({ title, reason, onRetry, page }: ErrorProps) {
  return (
    <div className={classes.state} role="alert">
      <Title page={page}>{title}</Title>
      <p className={classes.text}>{reason}</p>
      <div className={classes.action}>
        <Button onClick={onRetry}>Try again</Button>
      </div>
    </div>
  );
}

function Title({ page = false, children }: { page?: boolean | undefined; children: string }) {
  const Heading = page ? "h1" : "h2";
  return <Heading className={classes.title}>{children}</Heading>;
}
