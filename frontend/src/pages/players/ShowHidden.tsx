import { Button } from "@mantine/core";
import { useHiddenCount, useSeenSince } from "@/hooks/usePlayers";
import type { ListRequest } from "@/hooks/usePlayers";
import { notSeenSince } from "@/lib/seasons";
import { plural } from "@/lib/words";
import type { ChangeSearch } from "./usePlayerSearch";

interface Props {
  request: ListRequest;
  change: ChangeSearch;
  /** As a line of text beside others. */
  quiet?: boolean;
}

/** Shows the players who are hidden because they were not seen recently, if there are any. */
export function ShowHidden({ request, change, quiet = false }: Props) {
  const count = useHiddenCount(request);
  const since = useSeenSince();
  if (!count || since === undefined) return null;
  return (
    <Button
      {...(quiet ? { variant: "subtle", size: "compact-sm" } : {})}
      onClick={() => {
        change({ not_seen: "show" });
      }}
    >
      Show {plural(count, "player")} not seen since {notSeenSince(since)}
    </Button>
  );
}
