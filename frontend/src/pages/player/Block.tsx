import { Skeleton } from "@mantine/core";
import { clsx } from "clsx";
import { useId } from "react";
import type { ReactNode } from "react";
import { reason } from "@/hooks/problems";
import { ErrorState } from "@/components/States";
import classes from "./Block.module.css";

interface Props {
  title: string;
  /** What the data is and how old it is. */
  note?: ReactNode;
  /** Beside the title. */
  controls?: ReactNode;
  query: { data: unknown; error: Error | null; refetch: () => unknown };
  /** About the height of the content, so that the page does not move when it is loaded. */
  height: number;
  children: ReactNode;
}

/** A part of the career with its data's date, its loading state, and its error with a retry. */
export function Block({ title, note, controls, query, height, children }: Props) {
  const id = useId();
  const { data, error, refetch } = query;
  const failed = error !== null && data === undefined;
  return (
    <section
      className={clsx("panel", classes.block)}
      aria-labelledby={id}
      aria-busy={!failed && data === undefined}
    >
      <div className={classes.head}>
        <h2 id={id}>{title}</h2>
        {controls && <div className={classes.controls}>{controls}</div>}
      </div>
      {failed ? (
        <ErrorState
          title={`${title} could not be loaded`}
          reason={reason(error)}
          onRetry={() => void refetch()}
        />
      ) : data === undefined ? (
        <Skeleton height={height} />
      ) : (
        children
      )}
      {note && <div className={classes.note}>{note}</div>}
    </section>
  );
}
