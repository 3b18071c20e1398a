import { Link, useCanGoBack, useRouter } from "@tanstack/react-router";
import { IconArrowLeft } from "@tabler/icons-react";
import classes from "./BackLink.module.css";

/** Back to the list with its filters; after a direct link, to the whole list. */
export function BackLink() {
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <Link
      to="/players"
      className={classes.back}
      onClick={(event) => {
        if (!canGoBack || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        router.history.back();
      }}
    >
      <IconArrowLeft size={15} aria-hidden="true" />
      Players
    </Link>
  );
}
