import { useState } from "react";

/** Which sentences show their evidence, by number. */
export interface ShownEvidence {
  /** What the rail shows. */
  inRail: number | undefined;
  isShown: (sentence: number) => boolean;
  /** The mouse rests on it. */
  point: (sentence: number) => void;
  /** The keyboard came to it. */
  focus: (sentence: number) => void;
  /** It was pressed: in a rail it is held until another is, in the text it opens and closes. */
  press: (sentence: number) => void;
  close: (sentence?: number) => void;
}

/** In a rail one sentence at a time, that the mouse or the focus is on; in the text those pressed. */
export function useShownEvidence(rail: boolean): ShownEvidence {
  const [pointed, setPointed] = useState<number>();
  const [held, setHeld] = useState<number>();
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const inRail = rail ? (held ?? pointed) : undefined;
  const toggle = (sentence: number) => {
    setOpen((all) => {
      const next = new Set(all);
      if (!next.delete(sentence)) next.add(sentence);
      return next;
    });
  };
  return {
    inRail,
    isShown: (sentence) => (rail ? inRail === sentence : open.has(sentence)),
    point: setPointed,
    focus: (sentence) => {
      setPointed(sentence);
      if (held !== sentence) setHeld(undefined);
    },
    press: (sentence) => {
      if (rail) setHeld(held === sentence ? undefined : sentence);
      else toggle(sentence);
    },
    close: (sentence) => {
      setPointed(undefined);
      setHeld(undefined);
      if (sentence !== undefined && open.has(sentence)) toggle(sentence);
    },
  };
}
