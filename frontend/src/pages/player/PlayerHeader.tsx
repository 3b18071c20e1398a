import { ActionIcon, Button, Menu, Skeleton } from "@mantine/core";
import { clsx } from "clsx";
import { IconDots, IconPencil, IconTrash } from "@tabler/icons-react";
import { useRef } from "react";
import { usePlayerSeasons } from "@/hooks/useCareer";
import { useDialogs } from "@/hooks/useDialogs";
import type { Player } from "@/hooks/usePlayer";
import { useFilterOptions } from "@/hooks/usePlayers";
import { isNotSeenRecently, seasonName } from "@/lib/career";
import { day } from "@/lib/dates";
import { money } from "@/lib/money";
import { NONE, footWord, height } from "@/lib/words";
import { Flag } from "@/components/Flag";
import { Pitch } from "@/components/Pitch";
import { PositionTag } from "@/components/PositionTag";
import { CreateReportButton } from "@/pages/scouting/CreateReportButton";
import classes from "./PlayerHeader.module.css";

interface Props {
  player: Player;
}

/** Name, club, nationality and key facts of a player, with the actions. */
export function PlayerHeader({ player }: Props) {
  const { full_name, country, second_country, current_team, league, position, sub_position } =
    player;
  const nationalities = [country, second_country].filter((name) => name !== null);
  return (
    <article className={clsx("panel", classes.header)}>
      <div className={classes.pitch}>
        <Pitch position={position} subPosition={sub_position} />
      </div>
      <div className={classes.who}>
        <h1 className={classes.name}>{full_name}</h1>
        <p className={classes.line}>
          <PositionTag position={position} subPosition={sub_position} />
          <span>
            {current_team ?? "No club"}
            {league && <span className="quiet"> · {league}</span>}
          </span>
          {nationalities.map((name) => (
            <span key={name} className={classes.nationality}>
              <Flag country={name} /> {name}
            </span>
          ))}
          <LastSeen player={player} />
        </p>
      </div>
      <Actions player={player} />
      <KeyFacts player={player} />
    </article>
  );
}

/** The last season of a player whom the newest data no longer has. */
function LastSeen({ player: { id, last_season } }: { player: Player }) {
  const options = useFilterOptions();
  const seasons = usePlayerSeasons(id);
  const years = (seasons.data ?? []).map(({ season }) => season.year);
  const last = Math.max(last_season ?? 0, ...years);
  const isKnown = options.data !== undefined && seasons.data !== undefined;
  // Until it is known, the place is kept for the likely ones.
  const newest = options.data?.newest_season ?? new Date().getFullYear();
  if (last === 0 || !isNotSeenRecently(last, newest) || options.isError || seasons.isError) {
    return null;
  }
  return (
    <span className={classes.lastSeen} data-known={isKnown}>
      Last seen {seasonName(last)}
    </span>
  );
}

function Actions({ player }: Props) {
  const dialogs = useDialogs();
  const moreButton = useRef<HTMLButtonElement>(null);
  return (
    <div className={classes.actions}>
      <CreateReportButton player={player} />
      <Button
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden="true" />}
        onClick={() => {
          dialogs.edit(player);
        }}
      >
        Edit
      </Button>
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <ActionIcon
            ref={moreButton}
            variant="default"
            className={classes.more}
            aria-label="More actions"
          >
            <IconDots size={16} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} aria-hidden="true" />}
            onClick={() => {
              // The dialog returns the focus here, as this item is gone by then.
              moreButton.current?.focus();
              dialogs.remove(player);
            }}
          >
            Delete player
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

const CONTRACT_NOTES: Partial<Record<string, string>> = {
  expired: "Expired",
  within_6_months: "Within 6 months",
  within_12_months: "Within 12 months",
};

function birthNote({ date_of_birth, date_of_birth_is_estimate }: Player): string | undefined {
  if (!date_of_birth) return undefined;
  return date_of_birth_is_estimate ? "Birth date unknown" : `Born ${day(date_of_birth)}`;
}

function careerHigh({ market_value, highest_market_value }: Player): string | undefined {
  if (highest_market_value === null) return undefined;
  return highest_market_value === market_value
    ? "Career high"
    : `Career high ${money(highest_market_value)}`;
}

function KeyFacts({ player }: { player: Player }) {
  const { age, foot, height_cm, contract_until, contract_status, market_value } = player;
  const facts: { name: string; value: string; note?: string | undefined }[] = [
    {
      name: "Market value",
      value: market_value === null ? NONE : money(market_value),
      note: careerHigh(player),
    },
    { name: "Age", value: age?.toString() ?? NONE, note: birthNote(player) },
    {
      name: "Contract until",
      value: contract_until ? day(contract_until) : NONE,
      note: contract_status ? CONTRACT_NOTES[contract_status] : undefined,
    },
    { name: "Height", value: height(height_cm) },
    { name: "Foot", value: footWord(foot) },
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, value, note }) => (
        <div key={name}>
          <dt className="label">{name}</dt>
          <dd className={classes.value}>{value}</dd>
          <dd className={classes.note}>{note}</dd>
        </div>
      ))}
    </dl>
  );
}

/** About as high as the header it stands for. */
export function PlayerHeaderSkeleton() {
  return (
    <div className={clsx("panel", classes.skeleton)} aria-busy="true">
      <Skeleton width="min(340px, 70%)" height={30} />
      <Skeleton mt={12} height={92} />
    </div>
  );
}
