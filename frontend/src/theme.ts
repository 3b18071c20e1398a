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

/** What Mantine works out in scripts; what it reads as variables is in styles/widgets.css. */
export const theme = createTheme({
  primaryColor: "pitch",
  primaryShade: { light: 7, dark: 4 },
  colors: { pitch },
  autoContrast: true,
  respectReducedMotion: true,
});
