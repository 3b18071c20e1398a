import { Outlet } from "@tanstack/react-router";
import { Suspense, useState, useSyncExternalStore } from "react";
import { useSession } from "@/hooks/useSession";
import { subscribeToNotified, wasNotified } from "@/lib/notify";
import { LoginPage } from "@/pages/login/LoginPage";
import { DialogsProvider } from "./DialogsProvider";
import { Header } from "./Header";
import { Shortcuts } from "./Shortcuts";
import { widget } from "@/components/widget";
import classes from "./Shell.module.css";

const SignInAgain = widget(() => import("@/pages/login/SignInAgain"), "SignInAgain");
const Notes = widget(() => import("./Notes"), "Notes");

/** The frame of every page, behind the sign-in. A session that ends keeps its page open. */
export function Shell() {
  const session = useSession();
  const [inside, setInside] = useState(session === "signed-in");
  const notified = useSyncExternalStore(subscribeToNotified, wasNotified);
  if (session === "signed-in" && !inside) setInside(true);
  if (session === "signed-out" && inside) setInside(false);

  if (!inside) {
    return (
      <Suspense>
        <LoginPage ended={session === "ended"} />
      </Suspense>
    );
  }
  return (
    <DialogsProvider>
      <a className={classes.skip} href="#content">
        Skip to the content
      </a>
      <Header />
      <main id="content" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      <Shortcuts />
      <Suspense>
        {notified && <Notes />}
        {session === "ended" && <SignInAgain />}
      </Suspense>
    </DialogsProvider>
  );
}
