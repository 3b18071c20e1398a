import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { focusNextRow } from "./rowFocus";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./SearchBox.module.css";

const ID = "player-search";

interface Props {
  q: string | undefined;
  change: ChangeSearch;
}

/** Searches while one types. Only the first letter adds a step that the back button undoes. */
export function SearchBox({ q = "", change }: Props) {
  const [text, setText] = useState(q);
  const [sent, setSent] = useState(q);
  if (q !== sent) {
    // Changed from outside: the back button, or a chip.
    setSent(q);
    setText(q);
  }
  const send = useDebouncedCallback((typed: string) => {
    const wanted = typed.trim();
    if (wanted === sent) return;
    setSent(wanted);
    change({ q: wanted || undefined }, Boolean(sent && wanted));
  }, 160);
  const type = (typed: string) => {
    setText(typed);
    send(typed);
  };

  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The "/" key was pressed on another page.
    if (location.hash === `#${ID}`) input.current?.focus();
  }, []);

  return (
    <TextInput
      id={ID}
      ref={input}
      className={classes.box}
      type="search"
      aria-label="Search players by name or club"
      placeholder="Search name or club"
      maxLength={120}
      autoComplete="off"
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={
        text ? (
          <CloseButton
            size="sm"
            aria-label="Clear search"
            onClick={() => {
              type("");
              input.current?.focus();
            }}
          />
        ) : (
          <kbd className={classes.hint} aria-hidden="true">
            /
          </kbd>
        )
      }
      value={text}
      onChange={(event) => {
        type(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === "ArrowDown") {
          event.preventDefault();
          focusNextRow(1);
        }
        if (event.key !== "Escape") return;
        if (text) type("");
        else event.currentTarget.blur();
      }}
    />
  );
}
