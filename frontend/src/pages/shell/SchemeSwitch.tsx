import { IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import { chooseScheme, chosenScheme, subscribeToScheme } from "@/lib/colorScheme";
import { IconButton } from "@/components/IconButton";

const STEPS = {
  system: { next: "light", words: "as the system", Icon: IconDeviceDesktop },
  light: { next: "dark", words: "light", Icon: IconSun },
  dark: { next: "system", words: "dark", Icon: IconMoon },
} as const;

/** Steps through: as the system has it, light, dark. */
export function SchemeSwitch() {
  const { next, words, Icon } = STEPS[useSyncExternalStore(subscribeToScheme, chosenScheme)];
  return (
    <IconButton
      label={`Colours: ${words}. Change to ${STEPS[next].words}`}
      onClick={() => {
        chooseScheme(next);
      }}
    >
      <Icon size={18} stroke={1.7} />
    </IconButton>
  );
}
