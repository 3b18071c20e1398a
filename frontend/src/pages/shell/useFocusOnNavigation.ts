import { useDidUpdate } from "@mantine/hooks";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

const PLAYER = /^\/players\/\d+$/;
const WAIT_MS = 5000;

/**
 * After signing in and after a navigation, the focus goes to the page's heading; back in the
 * list, to the player that was open.
 */
export function useFocusOnNavigation(signedIn: boolean) {
  const router = useRouter();
  useDidUpdate(() => {
    return signedIn ? focusWhenRendered("h1") : undefined;
  }, [signedIn]);
  useEffect(() => {
    let stop: (() => void) | undefined;
    const unsubscribe = router.subscribe("onRendered", (event) => {
      const { fromLocation, toLocation, pathChanged } = event;
      if (!fromLocation || !pathChanged || toLocation.hash) return;
      stop?.();
      const backToList = toLocation.pathname === "/players" && PLAYER.test(fromLocation.pathname);
      stop = focusWhenRendered(backToList ? `a[href='${fromLocation.pathname}']` : "h1");
    });
    return () => {
      stop?.();
      unsubscribe();
    };
  }, [router]);
}

function focusIn(main: HTMLElement, selector: string): boolean {
  const target = main.querySelector<HTMLElement>(selector);
  if (target?.tagName === "H1") target.tabIndex = -1;
  target?.focus({ preventScroll: true });
  return target !== null;
}

/**
 * Focuses the first match in the page's content, now or once it is loaded, unless the focus has
 * moved by then. Returns a function that stops waiting.
 */
function focusWhenRendered(selector: string): (() => void) | undefined {
  const main = document.querySelector("main");
  if (!main || focusIn(main, selector)) return undefined;
  main.focus({ preventScroll: true });
  const observer = new MutationObserver(() => {
    if (document.activeElement !== main || focusIn(main, selector)) stop();
  });
  const timer = setTimeout(() => {
    stop();
    if (document.activeElement === main) focusIn(main, "h1");
  }, WAIT_MS);
  const stop = () => {
    clearTimeout(timer);
    observer.disconnect();
  };
  observer.observe(main, { childList: true, subtree: true });
  return stop;
}
