import { Container, Skeleton } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { reason } from "@/hooks/problems";
import { useReadiness } from "@/hooks/useHealth";
import type { Readiness } from "@/hooks/useHealth";
import { ErrorState } from "@/components/States";
import classes from "./AboutPage.module.css";

const NAMES: Partial<Record<string, string>> = {
  database: "Database",
  redis: "Redis",
  worker: "Worker",
  ai_service: "AI service",
};

/** The services' own names, as labels. */
const DETAILS: Partial<Record<string, string>> = {
  sqlite: "SQLite",
  postgresql: "PostgreSQL",
  "built-in: built-in writer": "Built-in writer, no language model",
};

/** Versions and the state of every service. */
export function AboutPage() {
  useDocumentTitle("About · Scouting Desk");
  const { data, error, refetch } = useReadiness();
  return (
    <Container size={760} px="var(--gutter)" py="xl">
      <h1>About</h1>
      <p className={classes.lead}>
        A self-hosted scouting desk: import players, find and compare them, and create scouting
        reports from the data.
      </p>
      {error && !data ? (
        <ErrorState
          title="The server does not respond"
          reason={reason(error)}
          onRetry={() => void refetch()}
        />
      ) : (
        <Services data={data} />
      )}
      <dl className={classes.versions}>
        <div>
          <dt>Web app</dt>
          <dd>{__APP_VERSION__}</dd>
        </div>
        <div>
          <dt>API</dt>
          <dd>{data?.version ?? <Skeleton width={40} height={16} />}</dd>
        </div>
      </dl>
      <p>
        API documentation: <a href="/api/docs">/api/docs</a>. Press <kbd>?</kbd> for keyboard
        shortcuts.
      </p>
    </Container>
  );
}

function Services({ data }: { data: Readiness | undefined }) {
  const parts = data
    ? Object.entries(data.parts)
    : Object.keys(NAMES).map((name) => [name, null] as const);
  return (
    <section className="panel" aria-labelledby="services">
      <div className={classes.head}>
        <h2 id="services">Services</h2>
        {data && (
          <p role="status" data-state={data.status === "ready" ? "ok" : "down"}>
            {data.status === "ready" ? "All services up" : "Some services down"}
          </p>
        )}
      </div>
      <ul className={classes.parts}>
        {parts.map(([name, part]) => (
          <li key={name}>
            <span className={classes.dot} data-state={part?.status} aria-hidden="true" />
            <strong>{NAMES[name] ?? name}</strong>
            <span className={classes.detail}>
              {part ? (DETAILS[part.detail] ?? part.detail) : <Skeleton width={110} height={12} />}
            </span>
            <span className={classes.state} data-state={part?.status}>
              {part && (part.status === "ok" ? "Up" : "Down")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
