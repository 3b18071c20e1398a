import { useHotkeys } from "@mantine/hooks";

/** Single keys for the whole page; they do nothing while the user types or a dialog is open. */
export function useShortcuts(keys: Record<string, () => void>) {
  useHotkeys(
    Object.entries(keys).map(([key, run]) => [
      key,
      (event) => {
        if (document.querySelector("[aria-modal='true']")) return;
        event.preventDefault();
        run();
      },
      { preventDefault: false },
    ]),
  );
}
