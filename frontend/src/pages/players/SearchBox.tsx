import { IconSearch, IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { IconButton } from "@/components/IconButton";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./SearchBox.module.css";

const PAUSE_MS = 160;

interface Props {
  q: string | undefined;
  change: ChangeSearch;
}

/** Searches as one types. The first letter is a step that "back" takes back, the rest is not. */
export function SearchBox({ q = "", change }: Props) {
  const [text, setText] = useState(q);
  const [seen, setSeen] = useState(q);
  const [sent, setSent] = useState(q);
  if (q !== seen) {
    setSeen(q);
    if (q !== sent) {
      setSent(q);
      setText(q);
    }
  }
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === sent) return;
    const timer = setTimeout(() => {
      setSent(wanted);
      change({ q: wanted || undefined }, Boolean(sent && wanted));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [wanted, sent, change]);

  return (
    <div className={classes.box}>
      <IconSearch className={classes.lens} size={16} aria-hidden="true" />
      <input
        id="player-search"
        className={classes.input}
        type="search"
        aria-label="Search players by name or club"
        placeholder="Search name or club"
        maxLength={120}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          if (text) setText("");
          else event.currentTarget.blur();
        }}
      />
      <span className={classes.end}>
        {text ? (
          <IconButton
            label="Clear the search"
            onClick={() => {
              setText("");
              document.getElementById("player-search")?.focus();
            }}
          >
            <IconX size={15} />
          </IconButton>
        ) : (
          <kbd className={classes.hint} aria-hidden="true">
            /
          </kbd>
        )}
      </span>
    </div>
  );
}
