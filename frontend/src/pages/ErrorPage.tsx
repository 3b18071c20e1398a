import { Button } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { EmptyState } from "@/components/States";
import { LinkButton } from "@/components/LinkButton";

/** Shown when a page throws while rendering. */
export function ErrorPage() {
  useDocumentTitle("Error · Scouting Desk");
  return (
    <div role="alert">
      <EmptyState
        page
        title="This page could not be displayed"
        action={
          <>
            <Button
              onClick={() => {
                location.reload();
              }}
            >
              Reload page
            </Button>
            <LinkButton variant="default" to="/players">
              All players
            </LinkButton>
          </>
        }
      >
        An error occurred in the web app. Saved data is not affected.
      </EmptyState>
    </div>
  );
}
