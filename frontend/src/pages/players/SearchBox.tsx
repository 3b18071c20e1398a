import { IconSearch, IconX } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/IconButton";
import { moveThroughRows } from "./rowFocus";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./SearchBox.module.css";

const PAUSE_MS = 160;
const ID = "player-search";

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

  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Who pressed "/" on another page wants to type.
    if (location.hash === `#${ID}`) input.current?.focus();
  }, []);

  return (
    <div className={classes.box}>
      <IconSearch className={classes.lens} size={16} aria-hidden="true" />
      <input
        id={ID}
        ref={input}
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
          if (event.key === "ArrowDown") {
            event.preventDefault();
            moveThroughRows(1);
          }
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
              input.current?.focus();
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
