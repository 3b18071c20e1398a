import { createTheme } from "@mantine/core";
import type { MantineColorsTuple } from "@mantine/core";

const pitch: MantineColorsTuple = [
  "#e9f5ef",
  "#d3e9de",
  "#a6d4bf",
  "#74bd9d",
  "#5ccb98",
  "#2f9b6d",
  "#178a5c",
  "#0b6b4b",
  "#085239",
  "#053d2a",
];

export const theme = createTheme({
  primaryColor: "pitch",
  primaryShade: { light: 7, dark: 4 },
  colors: { pitch },
  autoContrast: true,
  fontFamily: "var(--font)",
  defaultRadius: 4,
  cursorType: "pointer",
  respectReducedMotion: true,
  fontSizes: {
    xs: "var(--text-sm)",
    sm: "var(--text-md)",
    md: "var(--text-md)",
    lg: "var(--text-lg)",
  },
});
