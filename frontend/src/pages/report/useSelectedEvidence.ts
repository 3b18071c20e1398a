import { useState } from "react";

/** Which sentences show their evidence, by index. */
export interface SelectedEvidence {
  /** The sentence whose evidence the panel shows. */
  inPanel: number | undefined;
  isOpen: (sentence: number) => boolean;
  hover: (sentence: number) => void;
  focus: (sentence: number) => void;
  /** Pins the evidence in the panel, or opens and closes it below the sentence. */
  toggle: (sentence: number) => void;
  close: (sentence?: number) => void;
}

/** With a panel, one sentence at a time: pinned, hovered or focused. Without, any number. */
export function useSelectedEvidence(hasPanel: boolean): SelectedEvidence {
  const [hovered, setHovered] = useState<number>();
  const [pinned, setPinned] = useState<number>();
  const [opened, setOpened] = useState<readonly number[]>([]);
  const inPanel = hasPanel ? (pinned ?? hovered) : undefined;
  const closeBelow = (sentence: number) => {
    setOpened((all) => all.filter((one) => one !== sentence));
  };
  return {
    inPanel,
    isOpen: (sentence) => (hasPanel ? inPanel === sentence : opened.includes(sentence)),
    hover: setHovered,
    focus: (sentence) => {
      setHovered(sentence);
      if (pinned !== sentence) setPinned(undefined);
    },
    toggle: (sentence) => {
      if (hasPanel) setPinned(pinned === sentence ? undefined : sentence);
      else if (opened.includes(sentence)) closeBelow(sentence);
      else setOpened([...opened, sentence]);
    },
    close: (sentence) => {
      setHovered(undefined);
      setPinned(undefined);
      if (sentence !== undefined) closeBelow(sentence);
    },
  };
}
