import { Modal } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { Outlet } from "@tanstack/react-router";
import { useState } from "react";
import { useKeepSignedIn } from "@/hooks/useKeepSignedIn";
import { useSession } from "@/hooks/useSession";
import { LoginPage } from "@/pages/login/LoginPage";
import { SignInAgain } from "@/pages/login/SignInAgain";
import { DialogsProvider } from "./DialogsProvider";
import { Header } from "./Header";
import { Shortcuts } from "./Shortcuts";
import { useFocusOnNavigation } from "./useFocusOnNavigation";
import classes from "./Shell.module.css";

/** The frame of every page, behind the sign-in. When a session expires, its page stays open. */
export function Shell() {
  const session = useSession();
  useKeepSignedIn();
  const [inside, setInside] = useState(session === "signed-in");
  if (session === "signed-in" && !inside) setInside(true);
  if (session === "signed-out" && inside) setInside(false);
  useFocusOnNavigation(inside);

  if (!inside) return <LoginPage ended={session === "ended"} />;
  return (
    <Modal.Stack>
      <DialogsProvider>
        <a className={classes.skip} href="#content">
          Skip to content
        </a>
        <Header />
        <main id="content" className={classes.main} tabIndex={-1}>
          <Outlet />
        </main>
        <Shortcuts />
        <Notifications position="bottom-right" containerWidth={360} />
        {session === "ended" && <SignInAgain />}
      </DialogsProvider>
    </Modal.Stack>
  );
}
