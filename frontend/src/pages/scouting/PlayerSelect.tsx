import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useFoundPlayers } from "@/hooks/usePlayers";
import classes from "./PlayerSelect.module.css";

interface Chosen {
  id: number;
  name: string;
}

interface Props {
  label: string;
  value: Chosen | null;
  /** A player who cannot be chosen. */
  excludedId: number;
  error?: string | undefined;
  onChange: (player: Chosen | null) => void;
}

/** A player, found by name or club. */
export function PlayerSelect({ label, value, excludedId, error, onChange }: Props) {
  const [text, setText] = useState(value?.name ?? "");
  const [sought] = useDebouncedValue(text.trim(), 160);
  const { data, isFetching } = useFoundPlayers(sought === value?.name ? "" : sought);
  const found = (data ?? []).filter(({ id }) => id !== excludedId);
  const details = new Map(
    found.map(({ id, current_team, age }) => [
      String(id),
      [current_team, age === null ? null : `${String(age)} years`].filter(Boolean).join(", "),
    ]),
  );
  const options = found.map(({ id, full_name }) => ({ value: String(id), label: full_name }));
  const isListed = options.some((option) => option.value === String(value?.id));
  return (
    <Select
      label={label}
      placeholder="Search name or club"
      error={error}
      data={
        value && !isListed ? [...options, { value: String(value.id), label: value.name }] : options
      }
      value={value ? String(value.id) : null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(_id, option) => {
        onChange(option && { id: Number(option.value), name: option.label });
      }}
      searchable
      clearable
      // Hidden from keyboards and screen readers by default.
      clearButtonProps={{
        "aria-label": `Clear ${label.toLowerCase()}`,
        "aria-hidden": false,
        tabIndex: 0,
      }}
      // The server has matched the names, also those with typos.
      filter={({ options: all }) => all}
      nothingFoundMessage={sought ? (isFetching ? "Loading" : "No matches") : "Type a name"}
      withScrollArea={false}
      attributes={{ options: { tabIndex: -1 } }}
      comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: false }}
      renderOption={({ option }) => (
        <span className={classes.option}>
          <span>{option.label}</span>
          <span className="quiet">{details.get(option.value)}</span>
        </span>
      )}
    />
  );
}
