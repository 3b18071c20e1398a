import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconPencil, IconTrash, IconWand } from "@tabler/icons-react";
import { useRef } from "react";
import { useDialogs } from "@/hooks/useDialogs";
import type { PlayerSummary } from "@/hooks/usePlayers";
import classes from "./RowActions.module.css";

/** The frequent actions as buttons; all of them in a menu, with the deletion apart. */
export function RowActions({ player }: { player: PlayerSummary }) {
  const dialogs = useDialogs();
  const more = useRef<HTMLButtonElement>(null);
  const actions = [
    { title: "Create report", label: "Create report on", Icon: IconWand, run: dialogs.scout },
    { title: "Edit", label: "Edit", Icon: IconPencil, run: dialogs.edit },
  ] as const;
  const choose = (run: (player: PlayerSummary) => void) => () => {
    // The dialog returns the focus here, as the item is gone by then.
    more.current?.focus();
    run(player);
  };
  return (
    <span className={classes.actions}>
      {actions.map(({ title, label, Icon, run }) => (
        <ActionIcon
          key={title}
          className={classes.frequent}
          aria-label={`${label} ${player.full_name}`}
          title={title}
          onClick={() => {
            run(player);
          }}
        >
          <Icon size={16} stroke={1.7} />
        </ActionIcon>
      ))}
      <Menu
        position="bottom-end"
        transitionProps={{ duration: 0 }}
        withInitialFocusPlaceholder={false} // which would be no item of the menu
        // The table would cut it off.
        portalProps={{ target: "#content" }}
      >
        <Menu.Target>
          <ActionIcon ref={more} aria-label={`More actions for ${player.full_name}`} title="More">
            <IconDots size={16} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {actions.map(({ title, Icon, run }) => (
            <Menu.Item
              key={title}
              leftSection={<Icon size={16} stroke={1.7} aria-hidden="true" />}
              onClick={choose(run)}
            >
              {title}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            c="var(--bad)"
            leftSection={<IconTrash size={16} stroke={1.7} aria-hidden="true" />}
            onClick={choose(dialogs.remove)}
          >
            Delete player
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
