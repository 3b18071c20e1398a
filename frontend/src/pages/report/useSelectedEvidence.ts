import { useState } from "react";

/** Which sentences show their evidence, by id. */
export interface SelectedEvidence {
  /** The sentence whose evidence the panel shows. */
  inPanel: string | undefined;
  isOpen: (sentence: string) => boolean;
  hover: (sentence: string) => void;
  focus: (sentence: string) => void;
  /** Pins the evidence in the panel, or opens and closes it below the sentence. */
  toggle: (sentence: string) => void;
  close: (sentence?: string) => void;
}

/** With a panel, one sentence at a time: pinned, hovered or focused. Without, any number. */
export function useSelectedEvidence(hasPanel: boolean): SelectedEvidence {
  const [hovered, setHovered] = useState<string>();
  const [pinned, setPinned] = useState<string>();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const inPanel = hasPanel ? (pinned ?? hovered) : undefined;
  const closeBelow = (sentence: string) => {
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
      else setOpened((all) => [...all, sentence]);
    },
    close: (sentence) => {
      setHovered(undefined);
      setPinned(undefined);
      if (sentence !== undefined) closeBelow(sentence);
    },
  };
}
