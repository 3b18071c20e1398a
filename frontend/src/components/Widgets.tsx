import "@/styles/mantine.css";
import "@/styles/widgets.css";
import { MantineProvider } from "@mantine/core";
import { useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import { shownScheme, subscribeToScheme } from "@/lib/colorScheme";
import { theme } from "@/theme";

/** What Mantine's widgets need around them. It comes with the first of them, not before. */
export function Widgets({ children }: { children: ReactNode }) {
  const scheme = useSyncExternalStore(subscribeToScheme, shownScheme);
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
