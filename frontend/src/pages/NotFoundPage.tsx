import { useDocumentTitle } from "@mantine/hooks";
import { LinkButton } from "@/components/LinkButton";
import classes from "./NotFoundPage.module.css";

export function NotFoundPage() {
  useDocumentTitle("Page not found · Scouting Desk");
  return (
    <div className={classes.page}>
      <p className={classes.score} aria-hidden="true">
        4<span>0</span>4
      </p>
      <h1>There is no page at this address</h1>
      <p>It may have moved, or the link was cut short on its way to you.</p>
      <LinkButton to="/players">Go to the players</LinkButton>
    </div>
  );
}
