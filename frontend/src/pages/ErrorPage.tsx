import { Button } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { EmptyState } from "@/components/States";
import { LinkButton } from "@/components/LinkButton";

/** What is left when a page breaks: a word on it, and two ways on. */
export function ErrorPage() {
  useDocumentTitle("Something broke · Scouting Desk");
  return (
    <div role="alert">
      <EmptyState
        page
        title="This page broke"
        action={
          <>
            <Button
              onClick={() => {
                location.reload();
              }}
            >
              Load it again
            </Button>
            <LinkButton variant="default" to="/players">
              Go to the players
            </LinkButton>
          </>
        }
      >
        The rest of the desk still works, and nothing you saved is lost.
      </EmptyState>
    </div>
  );
}
