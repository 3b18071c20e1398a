import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { parsePlayerSearch } from "@/lib/playerSearch";
import { parsePlayerTabSearch } from "@/lib/playerTab";
import { parseReportSearch } from "@/lib/reportSearch";
import { parseQuery, writeQuery } from "@/lib/queryString";
import { ErrorPage } from "@/pages/ErrorPage";
import { NotFoundPage } from "@/pages/NotFoundPage";
import { PlayersPage } from "@/pages/players/PlayersPage";
import { Shell } from "@/pages/shell/Shell";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const toPlayers = () => {
  // TanStack Router's redirects are thrown by design.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw redirect({ to: "/players", replace: true });
};

const home = createRoute({ getParentRoute: () => root, path: "/", beforeLoad: toPlayers });
const login = createRoute({ getParentRoute: () => root, path: "/login", beforeLoad: toPlayers });

const players = createRoute({
  getParentRoute: () => root,
  path: "/players",
  validateSearch: parsePlayerSearch,
  component: PlayersPage,
});

const player = createRoute({
  getParentRoute: () => root,
  path: "/players/$playerId",
  validateSearch: parsePlayerTabSearch,
  component: lazyRouteComponent(() => import("@/pages/player/PlayerPage"), "PlayerPage"),
});

const report = createRoute({
  getParentRoute: () => root,
  path: "/players/$playerId/reports/$reportId",
  validateSearch: parseReportSearch,
  component: lazyRouteComponent(() => import("@/pages/report/ReportPage"), "ReportPage"),
});
const users = createRoute({
  getParentRoute: () => root,
  path: "/users",
  component: lazyRouteComponent(() => import("@/pages/users/UsersPage"), "UsersPage"),
});

const account = createRoute({
  getParentRoute: () => root,
  path: "/account",
  component: lazyRouteComponent(() => import("@/pages/account/AccountPage"), "AccountPage"),
});

const about = createRoute({
  getParentRoute: () => root,
  path: "/about",
  component: lazyRouteComponent(() => import("@/pages/about/AboutPage"), "AboutPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([home, login, players, player, report, users, account, about]),
  parseSearch: parseQuery,
  stringifySearch: writeQuery,
  defaultPreload: "intent",
  defaultErrorComponent: ErrorPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
