import { useDocumentTitle } from "@mantine/hooks";
import { EmptyState } from "@/components/States";
import { LinkButton } from "@/components/LinkButton";

export function NotFoundPage() {
  useDocumentTitle("Page not found · Scouting Desk");
  return (
    <EmptyState
      page
      title="Page not found"
      action={<LinkButton to="/players">All players</LinkButton>}
    >
      Check the address, or open the list of players.
    </EmptyState>
  );
}
