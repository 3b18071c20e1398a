import { useMediaQuery } from "@mantine/hooks";

/** Whether the screen is as narrow as a phone's, where tables become cards. */
export const usePhone = () =>
  useMediaQuery("(width < 48em)", false, { getInitialValueInEffect: false });
