import "@mantine/notifications/styles.layer.css";
import { Notifications } from "@mantine/notifications";

/** Where short messages appear. */
export const Notes = () => <Notifications position="bottom-right" containerWidth={360} />;
