import { ActionIcon, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";

const STEPS = {
  auto: { next: "light", name: "system", Icon: IconDeviceDesktop },
  light: { next: "dark", name: "light", Icon: IconSun },
  dark: { next: "auto", name: "dark", Icon: IconMoon },
} as const;

/** Steps through the system's colour scheme, light and dark. */
export function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { next, name, Icon } = STEPS[colorScheme];
  const label = `Colour scheme: ${name}. Switch to ${STEPS[next].name}`;
  return (
    <ActionIcon
      color="gray"
      aria-label={label}
      title={label}
      onClick={() => {
        setColorScheme(next);
      }}
    >
      <Icon size={18} stroke={1.7} />
    </ActionIcon>
  );
}
