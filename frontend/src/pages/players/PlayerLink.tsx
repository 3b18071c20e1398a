import { useRouter } from "@tanstack/react-router";
import type { MouseEvent } from "react";

interface Props {
  id: number;
  className: string | undefined;
  children: string;
}

/** A plain link to a player. The router's own links watch the address, in every row. */
export function PlayerLink({ id, className, children }: Props) {
  const router = useRouter();
  const params = { playerId: String(id) };
  const open = (event: MouseEvent) => {
    const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return;
    event.preventDefault();
    void router.navigate({ to: "/players/$playerId", params });
  };
  return (
    <a href={`/players/${String(id)}`} className={className} onClick={open} data-player-link>
      {children}
    </a>
  );
}
