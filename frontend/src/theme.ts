import {
  ActionIcon,
  Alert,
  Button,
  Modal,
  createTheme,
  defaultVariantColorsResolver,
} from "@mantine/core";
import type {
  CSSVariablesResolver,
  MantineColorsTuple,
  VariantColorsResolver,
} from "@mantine/core";

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

const red: MantineColorsTuple = [
  "#fbeae8",
  "#f7d3cf",
  "#f2b3ad",
  "#f29a92",
  "#f28b82",
  "#d9564c",
  "#c43d34",
  "#b3261e",
  "#8f1d17",
  "#6d140f",
];

/** Text on the accent is white in the light scheme and dark in the dark one. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const isAccent = input.variant === "filled" && (input.color ?? "pitch") === "pitch";
  return isAccent ? { ...colors, color: "var(--accent-ink)" } : colors;
};

export const theme = createTheme({
  primaryColor: "pitch",
  primaryShade: { light: 7, dark: 4 },
  colors: { pitch, red },
  variantColorResolver,
  respectReducedMotion: true,
  cursorType: "pointer",
  fontFamily: "var(--font)",
  fontSizes: {
    xs: "var(--text-sm)",
    sm: "var(--text-md)",
    md: "var(--text-md)",
    lg: "var(--text-lg)",
    xl: "var(--text-xl)",
  },
  defaultRadius: "var(--radius)",
  shadows: { sm: "var(--shadow)", md: "var(--shadow)" },
  components: {
    Button: Button.extend({ defaultProps: { size: "sm" } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: "subtle", color: "gray" } }),
    Alert: Alert.extend({ defaultProps: { variant: "light" } }),
    Modal: Modal.extend({
      // A second banner landmark would confuse screen readers.
      defaultProps: { attributes: { header: { role: "presentation" } } },
    }),
  },
});

// Mantine's colours by our tokens, which know both schemes (styles/tokens.css).
const tokens = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-3)",
  "--mantine-color-placeholder": "var(--ink-3)",
  "--mantine-color-error": "var(--bad)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-primary-color-filled": "var(--accent)",
  "--mantine-primary-color-filled-hover": "var(--accent-hover)",
  "--mantine-primary-color-contrast": "var(--accent-ink)",
  "--mantine-color-pitch-filled": "var(--accent)",
  "--mantine-color-pitch-filled-hover": "var(--accent-hover)",
  "--mantine-color-pitch-light": "var(--accent-soft)",
  "--mantine-color-pitch-light-hover": "var(--accent-soft)",
  "--mantine-color-pitch-light-color": "var(--accent)",
  "--mantine-color-pitch-text": "var(--accent)",
  "--mantine-color-pitch-outline": "var(--accent)",
  "--mantine-color-gray-light-hover": "var(--hover)",
  "--mantine-color-gray-light-color": "currentcolor",
  "--mantine-color-red-filled": "var(--danger)",
  "--mantine-color-red-filled-hover": "var(--danger-hover)",
  "--mantine-color-red-light": "var(--bad-soft)",
  "--mantine-color-red-light-color": "var(--bad)",
  "--mantine-color-yellow-light": "var(--warn-soft)",
  "--mantine-color-yellow-light-color": "var(--warn)",
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: tokens,
  dark: {
    ...tokens,
    "--mantine-color-dark-4": "var(--line-strong)",
    "--mantine-color-dark-5": "var(--hover)",
    "--mantine-color-dark-6": "var(--raised)",
    "--mantine-color-dark-7": "var(--surface)",
  },
});
