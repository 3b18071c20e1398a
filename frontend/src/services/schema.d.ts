export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Health
         * @description The process is up.
         */
        get: operations["read_health_health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Readiness
         * @description The database, Redis, a worker and the AI service; 503 if one is down.
         *
         *     The answer may be a few seconds old.
         */
        get: operations["read_readiness_health_ready_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Login
         * @description Sign in.
         */
        post: operations["login_token_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/token/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh Token
         * @description A new token for a user whose token is still valid.
         */
        post: operations["refresh_token_token_refresh_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Me
         * @description The signed-in user.
         */
        get: operations["read_me_users_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change My Password
         * @description Change the signed-in user's password. Earlier tokens are revoked; the answer is a new one.
         */
        post: operations["change_my_password_users_me_password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users
         * @description All users, by name.
         */
        get: operations["list_users_users_get"];
        put?: never;
        /**
         * Create User
         * @description Add a user.
         */
        post: operations["create_user_users_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change User
         * @description Change a user's role, or disable or enable them.
         */
        patch: operations["change_user_users__user_id__patch"];
        trace?: never;
    };
    "/players": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Players
         * @description One page of the players that match the filters.
         */
        get: operations["list_players_players_get"];
        put?: never;
        /**
         * Create Player
         * @description Add a player.
         */
        post: operations["create_player_players_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/players/filter-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Filter Options
         * @description The available filter values with the number of players.
         */
        get: operations["read_filter_options_players_filter_options_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/players/{player_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Player
         * @description One player.
         */
        get: operations["read_player_players__player_id__get"];
        /**
         * Replace Player
         * @description Replace all fields of a player.
         */
        put: operations["replace_player_players__player_id__put"];
        post?: never;
        /**
         * Delete Player
         * @description Delete a player, including their reports.
         */
        delete: operations["delete_player_players__player_id__delete"];
        options?: never;
        head?: never;
        /**
         * Patch Player
         * @description Change some fields of a player.
         */
        patch: operations["patch_player_players__player_id__patch"];
        trace?: never;
    };
    "/clubs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Clubs
         * @description Clubs by any of their names: exact matches first, then those with most players.
         */
        get: operations["list_clubs_clubs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clubs/{club_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Club
         * @description A club with its other names, and the clubs merged into it.
         */
        get: operations["read_club_clubs__club_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clubs/{club_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge Club
         * @description Merge a club into another, which is shown in its place from then on.
         */
        post: operations["merge_club_clubs__club_id__merge_post"];
        /**
         * Split Club
         * @description Undo the merge of a club.
         */
        delete: operations["split_club_clubs__club_id__merge_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/competitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Competitions
         * @description Competitions by any of their names: exact matches first.
         */
        get: operations["list_competitions_competitions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/competitions/{competition_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Competition
         * @description A competition with its other names, and the competitions merged into it.
         */
        get: operations["read_competition_competitions__competition_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/competitions/{competition_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge Competition
         * @description Merge a competition into another; percentiles within it are computed again.
         */
        post: operations["merge_competition_competitions__competition_id__merge_post"];
        /**
         * Split Competition
         * @description Undo the merge of a competition.
         */
        delete: operations["split_competition_competitions__competition_id__merge_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/countries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Countries
         * @description The countries that players can have, by name; former states last.
         */
        get: operations["list_countries_countries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Metrics
         * @description Every metric: the catalogue, then those that users added.
         */
        get: operations["list_metrics_metrics_get"];
        put?: never;
        /**
         * Add Metric
         * @description Add a metric to the catalogue.
         */
        post: operations["add_metric_metrics_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Providers
         * @description The known providers; one that is missing is shown by its key.
         */
        get: operations["list_providers_providers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Metric
         * @description Delete a metric that a user added; refused while players have values of it.
         */
        delete: operations["delete_metric_metrics__key__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Seasons
         * @description The seasons of all providers with the number of players, latest first.
         */
        get: operations["list_seasons_seasons_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seasons/{season_id}/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Season Metrics
         * @description The metrics that any player of a season has, with the number of players.
         */
        get: operations["list_season_metrics_seasons__season_id__metrics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/players/{player_id}/seasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Player Seasons
         * @description A player's seasons of all providers, latest first, with totals and lines.
         */
        get: operations["list_player_seasons_players__player_id__seasons_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/players/{player_id}/seasons/{season_id}/percentiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Percentiles
         * @description A player's percentiles in a season, within the position, or within position and league.
         */
        get: operations["read_percentiles_players__player_id__seasons__season_id__percentiles_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/players/{player_id}/valuations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Valuations
         * @description All market values of a player up to today, earliest first.
         */
        get: operations["list_valuations_players__player_id__valuations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/players/{player_id}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Transfers
         * @description All transfers of a player up to today, latest first.
         */
        get: operations["list_transfers_players__player_id__transfers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/players/{player_id}/scout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Scout Player
         * @description Request a scouting report, with or without a brief; the answer names the task that makes it.
         *
         *     While a task for the player is in flight, further requests with the same brief return the same
         *     task.
         */
        post: operations["scout_player_players__player_id__scout_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/regenerate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Regenerate Reports
         * @description Request a new report, with the same brief, for each player whose newest is out of date.
         *
         *     The answer names the task that looks for them and requests the reports. While one is in flight,
         *     further requests return it.
         */
        post: operations["regenerate_reports_reports_regenerate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/players/{player_id}/dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Dossier
         * @description The evidence on a player, computed for today.
         */
        get: operations["read_dossier_players__player_id__dossier_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/players/{player_id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Reports
         * @description The reports on a player, newest first.
         */
        get: operations["list_reports_players__player_id__reports_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Report
         * @description A report with its sentences, their evidence, and what has changed since.
         */
        get: operations["read_report_reports__report_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{report_id}/compare/{other_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare Reports
         * @description The differences between two reports on a player, from the earlier to the later.
         */
        get: operations["compare_reports_reports__report_id__compare__other_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{report_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Report
         * @description A report as a file: Markdown, JSON (as `GET /reports/{id}`), or PDF.
         */
        get: operations["export_report_reports__report_id__export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Task
         * @description Status, progress and result of a task.
         */
        get: operations["read_task_tasks__task_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AgeGroup
         * @description Age groups as squads use them; U18 is under 18.
         * @enum {string}
         */
        AgeGroup: "U18" | "U21" | "U23" | "23-29" | "30+";
        /**
         * AliasOut
         * @description A name, and the provider that uses it; without one, everybody may.
         */
        AliasOut: {
            /** Provider */
            provider: string | null;
            /** Name */
            name: string;
        };
        /**
         * Answer
         * @description The recommendation as a label, a headline, and at most three reasons.
         */
        Answer: {
            /** Title */
            title: string;
            /** Headline */
            headline: string;
            /** Reasons */
            reasons: components["schemas"]["Sentence"][];
        };
        /**
         * Better
         * @description Which values are good.
         * @enum {string}
         */
        Better: "higher" | "lower" | "neither";
        /**
         * Brief
         * @description The brief as the AI service gets it: `replaces` is a name.
         *
         *     The figures of that player are in the evidence, with ids that start with `replaced.`.
         */
        Brief: {
            /** Position */
            position?: ("Goalkeeper" | "Defender" | "Midfielder" | "Attack" | "Centre-Back" | "Left-Back" | "Right-Back" | "Defensive Midfield" | "Central Midfield" | "Attacking Midfield" | "Left Midfield" | "Right Midfield" | "Left Winger" | "Right Winger" | "Second Striker" | "Centre-Forward") | null;
            /** Age Min */
            age_min?: number | null;
            /** Age Max */
            age_max?: number | null;
            /** Budget */
            budget?: number | null;
            /**
             * Contract Until
             * @description The contract ends by this day.
             */
            contract_until?: string | null;
            /**
             * Minutes Min
             * @description In the latest season.
             */
            minutes_min?: number | null;
            /**
             * Metrics
             * @default []
             */
            metrics: components["schemas"]["MetricFloor"][];
            /** Question */
            question?: string | null;
            /** Replaces */
            replaces?: string | null;
        };
        /**
         * BriefIn
         * @description The brief of a requested report.
         */
        BriefIn: {
            /** Position */
            position?: ("Goalkeeper" | "Defender" | "Midfielder" | "Attack" | "Centre-Back" | "Left-Back" | "Right-Back" | "Defensive Midfield" | "Central Midfield" | "Attacking Midfield" | "Left Midfield" | "Right Midfield" | "Left Winger" | "Right Winger" | "Second Striker" | "Centre-Forward") | null;
            /** Age Min */
            age_min?: number | null;
            /** Age Max */
            age_max?: number | null;
            /** Budget */
            budget?: number | null;
            /**
             * Contract Until
             * @description The contract ends by this day.
             */
            contract_until?: string | null;
            /**
             * Minutes Min
             * @description In the latest season.
             */
            minutes_min?: number | null;
            /**
             * Metrics
             * @default []
             */
            metrics: components["schemas"]["MetricFloor"][];
            /** Question */
            question?: string | null;
            /**
             * Replaces Id
             * @description The player to replace.
             */
            replaces_id?: number | null;
        };
        /**
         * BriefItem
         * @description One requirement of the brief, and whether the player meets it.
         */
        BriefItem: {
            /** Label */
            label: string;
            /**
             * Result
             * @enum {string}
             */
            result: "met" | "partly_met" | "missed" | "unknown";
            /** Text */
            text: string;
            /** Claim */
            claim: string;
            /** Evidence */
            evidence: string[];
        };
        /**
         * BriefOut
         * @description The brief of a report.
         */
        BriefOut: {
            /** Position */
            position?: ("Goalkeeper" | "Defender" | "Midfielder" | "Attack" | "Centre-Back" | "Left-Back" | "Right-Back" | "Defensive Midfield" | "Central Midfield" | "Attacking Midfield" | "Left Midfield" | "Right Midfield" | "Left Winger" | "Right Winger" | "Second Striker" | "Centre-Forward") | null;
            /** Age Min */
            age_min?: number | null;
            /** Age Max */
            age_max?: number | null;
            /** Budget */
            budget?: number | null;
            /**
             * Contract Until
             * @description The contract ends by this day.
             */
            contract_until?: string | null;
            /**
             * Minutes Min
             * @description In the latest season.
             */
            minutes_min?: number | null;
            /**
             * Metrics
             * @default []
             */
            metrics: components["schemas"]["MetricFloor"][];
            /** Question */
            question?: string | null;
            replaces?: components["schemas"]["Replaced"] | null;
        };
        /**
         * Change
         * @description Evidence whose value has changed.
         */
        Change: {
            /** Id */
            id: string;
            /** Label */
            label: string;
            /**
             * Unit
             * @enum {string}
             */
            unit: "text" | "date" | "years" | "months" | "cm" | "eur" | "percent" | "percentile" | "count" | "minutes" | "per 90" | "index" | "trend";
            /** Was */
            was: number | string | null;
            /** Now */
            now: number | string | null;
        };
        /**
         * Choice
         * @description A filter value and the number of players with it.
         */
        Choice: {
            /** Value */
            value: string;
            /** Count */
            count: number;
        };
        /**
         * Claim
         * @description A sentence of a report of an earlier version, and whether it passed the checks.
         */
        Claim: {
            /**
             * Section
             * @enum {string}
             */
            section: "summary" | "strengths" | "weaknesses" | "risks" | "recommendation";
            /** Text */
            text: string;
            /** Evidence */
            evidence: string[];
            /**
             * Status
             * @enum {string}
             */
            status: "checked" | "cut";
            /** Reasons */
            reasons: string[];
        };
        /**
         * ClubDetail
         * @description A club with its other names, and how it was merged.
         */
        ClubDetail: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Short Name */
            short_name: string;
            /** Status */
            status: string | null;
            /** Primary Colour */
            primary_colour: string | null;
            /** Secondary Colour */
            secondary_colour: string | null;
            /** Country */
            country: string | null;
            /** Players */
            players: number;
            /** Aliases */
            aliases: components["schemas"]["AliasOut"][];
            /**
             * Merged
             * @description The clubs merged into this one.
             */
            merged: components["schemas"]["ClubRef"][];
            merged_into: components["schemas"]["ClubRef"] | null;
        };
        /**
         * ClubOut
         * @description A club with the number of its current players, those of merged clubs included.
         */
        ClubOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Short Name */
            short_name: string;
            /** Status */
            status: string | null;
            /** Primary Colour */
            primary_colour: string | null;
            /** Secondary Colour */
            secondary_colour: string | null;
            /** Country */
            country: string | null;
            /** Players */
            players: number;
        };
        /**
         * ClubPage
         * @description One page of clubs.
         */
        ClubPage: {
            /** Total */
            total: number;
            /** Page */
            page: number;
            /** Limit */
            limit: number;
            /** Pages */
            pages: number;
            /** Clubs */
            clubs: components["schemas"]["ClubOut"][];
        };
        /**
         * ClubRef
         * @description A club where another thing refers to it.
         *
         *     `status` is set for a place without a club, such as "Retired". The colours are of the kit.
         */
        ClubRef: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Short Name */
            short_name: string;
            /** Status */
            status: string | null;
            /** Primary Colour */
            primary_colour: string | null;
            /** Secondary Colour */
            secondary_colour: string | null;
        };
        /**
         * Cohort
         * @description The players a percentile compares with; `left_out` lacked the data or the minutes.
         */
        Cohort: {
            /** Definition */
            definition: string;
            /**
             * Scope
             * @enum {string}
             */
            scope: "age" | "position" | "league";
            /** Position */
            position: string;
            /** League */
            league: string | null;
            /** Period */
            period: string | null;
            /** Size */
            size: number;
            /** Left Out */
            left_out: number;
            /** Sub Position */
            sub_position?: string | null;
            /** Leagues */
            leagues?: number | null;
        };
        /**
         * CohortOut
         * @description The players compared: "centre-forwards, 900+ minutes, 2025/26".
         */
        CohortOut: {
            /** Label */
            label: string;
            /** Position */
            position: string;
            /** League */
            league: string | null;
            /** Size */
            size: number;
            /**
             * Excluded
             * @description Players of the position without the figure or the minutes.
             */
            excluded: number;
        };
        /**
         * Columns
         * @description The names that a provider's files give to the columns of a metric.
         */
        Columns: {
            /**
             * Value
             * @default []
             */
            value: string[];
            /**
             * Per 90
             * @default []
             */
            per_90: string[];
        };
        /**
         * Comparison
         * @description The differences between two reports on a player.
         *
         *     `evidence` is cited by at least one of them. The facts are stated by at least one of them, and
         *     `facts_gone` and `facts_new` are true in only one; of reports of earlier versions there are
         *     claims instead, each in only one of them.
         */
        Comparison: {
            /**
             * Earlier
             * Format: uuid
             */
            earlier: string;
            /**
             * Later
             * Format: uuid
             */
            later: string;
            /**
             * Verdict Was
             * @enum {string}
             */
            verdict_was: "follow_up" | "keep_watching" | "insufficient_evidence" | "not_applicable" | "sign" | "monitor" | "reject";
            /**
             * Verdict Now
             * @enum {string}
             */
            verdict_now: "follow_up" | "keep_watching" | "insufficient_evidence" | "not_applicable" | "sign" | "monitor" | "reject";
            /** Evidence */
            evidence: components["schemas"]["Change"][];
            /** Facts Gone */
            facts_gone: components["schemas"]["Fact"][];
            /** Facts New */
            facts_new: components["schemas"]["Fact"][];
            /** Facts Changed */
            facts_changed: components["schemas"]["FactChange"][];
            /** Claims Gone */
            claims_gone: components["schemas"]["Claim"][];
            /** Claims New */
            claims_new: components["schemas"]["Claim"][];
        };
        /**
         * CompetitionDetail
         * @description A competition with its other names, and how it was merged.
         */
        CompetitionDetail: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Short Name */
            short_name: string;
            /** Country */
            country: string | null;
            /** Aliases */
            aliases: components["schemas"]["AliasOut"][];
            /**
             * Merged
             * @description The competitions merged into this one.
             */
            merged: components["schemas"]["CompetitionRef"][];
            merged_into: components["schemas"]["CompetitionRef"] | null;
        };
        /**
         * CompetitionPage
         * @description One page of competitions.
         */
        CompetitionPage: {
            /** Total */
            total: number;
            /** Page */
            page: number;
            /** Limit */
            limit: number;
            /** Pages */
            pages: number;
            /** Competitions */
            competitions: components["schemas"]["CompetitionRef"][];
        };
        /**
         * CompetitionRef
         * @description A competition where another thing refers to it.
         */
        CompetitionRef: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Short Name */
            short_name: string;
            /** Country */
            country: string | null;
        };
        /**
         * Content
         * @description The report as data. `facts` has the claims, also those that the report leaves out.
         *
         *     `plan` is what the author chose, `repairs` what had to be added, dropped or reordered.
         */
        Content: {
            /** Language */
            language: string;
            /** Versions */
            versions: {
                [key: string]: string;
            };
            answer: components["schemas"]["Answer"];
            /** Sections */
            sections: components["schemas"]["ContentSection"][];
            /** Brief */
            brief: components["schemas"]["BriefItem"][];
            /** Method */
            method: components["schemas"]["Sentence"][];
            /** Facts */
            facts: components["schemas"]["Fact"][];
            /** Plan */
            plan: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Repairs */
            repairs: string[];
        };
        /**
         * ContentSection
         * @description A section of a report; a paragraph is a list of sentences.
         */
        ContentSection: {
            /**
             * Name
             * @enum {string}
             */
            name: "summary" | "strengths" | "weaknesses" | "market" | "recommendation";
            /** Title */
            title: string;
            /** Paragraphs */
            paragraphs: components["schemas"]["Sentence"][][];
        };
        /**
         * ContractStatus
         * @description Time left on a contract.
         * @enum {string}
         */
        ContractStatus: "expired" | "within_6_months" | "within_12_months" | "longer";
        /**
         * CountryOut
         * @description A country with its ISO 3166 code ("GB-ENG" for England, "SUHH" for the Soviet Union).
         */
        CountryOut: {
            /** Name */
            name: string;
            /** Code */
            code: string;
            /** Is Former */
            is_former: boolean;
        };
        /**
         * Dossier
         * @description All evidence on a player, as of one date, and the metrics of its statistics by key.
         */
        Dossier: {
            /** Player */
            player: string;
            /**
             * As Of
             * Format: date
             */
            as_of: string;
            /** Evidence */
            evidence: components["schemas"]["Evidence"][];
            /**
             * Metrics
             * @default {}
             */
            metrics: {
                [key: string]: components["schemas"]["MetricWords"];
            };
            /**
             * Providers
             * @default {}
             */
            providers: {
                [key: string]: string;
            };
            pronoun?: components["schemas"]["Pronoun"] | null;
            brief?: components["schemas"]["Brief"] | null;
        };
        /**
         * Evidence
         * @description One fact about a player. Dates are ISO text; `as_of` is the date of the fact.
         *
         *     That of a season's figures is the day of the file they are from: before the end of the season,
         *     they are of a part of it.
         */
        Evidence: {
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Value */
            value: number | string | null;
            /**
             * Unit
             * @enum {string}
             */
            unit: "text" | "date" | "years" | "months" | "cm" | "eur" | "percent" | "percentile" | "count" | "minutes" | "per 90" | "index" | "trend";
            /** Period */
            period: string | null;
            /** As Of */
            as_of: string | null;
            /**
             * Source
             * @enum {string}
             */
            source: "record" | "valuations" | "seasons" | "transfers" | "computed";
            cohort: components["schemas"]["Cohort"] | null;
            /** Note */
            note: string | null;
            /** Metric */
            metric?: string | null;
            /** Provider */
            provider?: string | null;
            standing?: components["schemas"]["Standing"] | null;
        };
        /**
         * Fact
         * @description A claim as a sentence of its own; `used` says whether the report states it.
         */
        Fact: {
            /** Id */
            id: string;
            /** Type */
            type: string;
            /** Topic */
            topic: string;
            /**
             * Polarity
             * @enum {string}
             */
            polarity: "for" | "against" | "neutral";
            /** Text */
            text: string;
            /** Evidence */
            evidence: string[];
            /** Used */
            used: boolean;
        };
        /**
         * FactChange
         * @description A claim that both reports could state, in different words because its evidence differs.
         */
        FactChange: {
            /** Id */
            id: string;
            /** Was */
            was: string;
            /** Now */
            now: string;
        };
        /**
         * Figures
         * @description A metric: the value (total, percentage or index) and the rate per 90; null if unknown.
         */
        Figures: {
            /** Value */
            value: number | null;
            /** Per 90 */
            per_90: number | null;
        };
        /**
         * FilterOptions
         * @description The available filter values, most frequent first.
         */
        FilterOptions: {
            /** Country */
            country: components["schemas"]["Choice"][];
            /** Club */
            club: components["schemas"]["Choice"][];
            /** League */
            league: components["schemas"]["Choice"][];
            /** Status */
            status: components["schemas"]["Choice"][];
            /** Position */
            position: components["schemas"]["Choice"][];
            /** Sub Position */
            sub_position: components["schemas"]["Choice"][];
            /** Foot */
            foot: components["schemas"]["Choice"][];
            /** Age Min */
            age_min: number | null;
            /** Age Max */
            age_max: number | null;
            /** Value Max */
            value_max: number | null;
            /**
             * Newest Season
             * @description The latest last season of any player.
             */
            newest_season: number | null;
            /**
             * Status Unknown
             * @description Players without a status.
             */
            status_unknown: number;
        };
        /**
         * Foot
         * @description The preferred foot.
         * @enum {string}
         */
        Foot: "left" | "right" | "both";
        /**
         * Group
         * @description Metrics that are shown together.
         * @enum {string}
         */
        Group: "playing_time" | "shooting" | "creation" | "passing" | "carrying" | "duels" | "defending" | "goalkeeping" | "discipline" | "physical";
        /**
         * Health
         * @description This process answers. `default_login`: the admin still has the public default password.
         */
        Health: {
            /** Status */
            status: string;
            /** Version */
            version: string;
            /** Default Login */
            default_login: boolean;
        };
        JsonValue: unknown;
        /**
         * LineOut
         * @description The statistics of one competition and club, as the provider states them.
         */
        LineOut: {
            /** Competition */
            competition: string | null;
            /** Club */
            club: string | null;
            /** Position */
            position: string | null;
            /** Games */
            games: number | null;
            /** Minutes */
            minutes: number | null;
            /** Stats */
            stats: {
                [key: string]: components["schemas"]["Figures"];
            };
        };
        /**
         * LoginForm
         * @description Name and password, as in an OAuth 2 password request; its other fields are ignored.
         */
        LoginForm: {
            /** Username */
            username: string;
            /**
             * Password
             * Format: password
             */
            password: string;
        };
        /**
         * Merge
         * @description The club or competition to merge into.
         */
        Merge: {
            /** Into */
            into: number;
        };
        /**
         * Metric
         * @description What is measured. The fields are described at the top of `catalogue.toml`.
         */
        Metric: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Short Label */
            short_label: string;
            group: components["schemas"]["Group"];
            /**
             * Unit
             * @default
             */
            unit: string;
            storage: components["schemas"]["Storage"];
            /** Numerator */
            numerator?: string | null;
            /** Denominator */
            denominator?: string | null;
            better: components["schemas"]["Better"];
            /**
             * Positions
             * @default []
             */
            positions: components["schemas"]["Position"][];
            /** Range */
            range: [
                number,
                number
            ];
            /** Decimals */
            decimals: number;
            words: components["schemas"]["Words"];
            /**
             * Headline
             * @default false
             */
            headline: boolean;
            /**
             * Headers
             * @default {}
             */
            headers: {
                [key: string]: components["schemas"]["Columns"];
            };
        };
        /**
         * MetricFloor
         * @description The lowest percentile that a brief accepts for a metric, in its position and season.
         */
        MetricFloor: {
            /** Metric */
            metric: string;
            /** Percentile */
            percentile: number;
        };
        /**
         * MetricOut
         * @description A metric; `custom` if a user added it.
         */
        MetricOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Short Label */
            short_label: string;
            group: components["schemas"]["Group"];
            /**
             * Unit
             * @default
             */
            unit: string;
            storage: components["schemas"]["Storage"];
            /** Numerator */
            numerator?: string | null;
            /** Denominator */
            denominator?: string | null;
            better: components["schemas"]["Better"];
            /**
             * Positions
             * @default []
             */
            positions: components["schemas"]["Position"][];
            /** Range */
            range: [
                number,
                number
            ];
            /** Decimals */
            decimals: number;
            words: components["schemas"]["Words"];
            /**
             * Headline
             * @default false
             */
            headline: boolean;
            /**
             * Headers
             * @default {}
             */
            headers: {
                [key: string]: components["schemas"]["Columns"];
            };
            /** Custom */
            custom: boolean;
        };
        /**
         * MetricPercentile
         * @description A metric's percentile; null with a note that says why.
         */
        MetricPercentile: {
            /** Value */
            value: number | null;
            /** Per 90 */
            per_90: number | null;
            /** Derived */
            derived: ("value" | "per_90" | "both") | null;
            /** Metric */
            metric: string;
            /**
             * Compared
             * @description The figure that is compared.
             * @enum {string}
             */
            compared: "value" | "per_90";
            /** Percentile */
            percentile: number | null;
            /**
             * Rank
             * @description 1 is the highest figure of the cohort.
             */
            rank: number | null;
            cohort: components["schemas"]["CohortOut"] | null;
            /** Note */
            note: string | null;
        };
        /**
         * MetricWords
         * @description How statistics of a metric are named, and which values are good.
         */
        MetricWords: {
            /** Label */
            label: string;
            /** Short Label */
            short_label: string;
            /** Group */
            group: string;
            /** Unit */
            unit: string;
            /**
             * Better
             * @enum {string}
             */
            better: "higher" | "lower" | "neither";
            /** Decimals */
            decimals: number;
            /** Singular */
            singular: string;
            /** Plural */
            plural: string;
            /** Verb */
            verb: string;
            /** Headline */
            headline: boolean;
        };
        /**
         * Part
         * @description One thing the service needs: `ok` or `down`, and a detail.
         */
        Part: {
            /** Status */
            status: string;
            /** Detail */
            detail: string;
        };
        /**
         * PasswordChange
         * @description A new password for the signed-in user.
         */
        PasswordChange: {
            /**
             * Current Password
             * Format: password
             */
            current_password: string;
            /**
             * New Password
             * Format: password
             */
            new_password: string;
        };
        /**
         * PlayerCreate
         * @description A new player; nationality and status are required.
         */
        PlayerCreate: {
            /** Full Name */
            full_name: string;
            pronoun?: components["schemas"]["Pronoun"] | null | "";
            /** Country */
            country: string;
            /** Second Country */
            second_country?: string | null | "";
            status: components["schemas"]["Status"];
            position?: components["schemas"]["Position"] | null | "";
            /** Sub Position */
            sub_position?: string | null | "";
            foot?: components["schemas"]["Foot"] | null | "";
            /** Height Cm */
            height_cm?: number | null | "";
            /** Date Of Birth */
            date_of_birth?: string | null | "";
            /** Age */
            age?: number | null | "";
            /** Current Team */
            current_team?: string | null | "";
            /** League */
            league?: string | null | "";
            /** Market Value */
            market_value?: number | null | "";
            /** Highest Market Value */
            highest_market_value?: number | null | "";
            /** Contract Until */
            contract_until?: string | null | "";
            /** Agent */
            agent?: string | null | "";
            /** Last Season */
            last_season?: number | null | "";
            /** Data As Of */
            data_as_of?: string | null | "";
            /** Source */
            source?: string | null | "";
            /** Source Id */
            source_id?: string | null | "";
        };
        /**
         * PlayerOut
         * @description A player with the current report.
         */
        PlayerOut: {
            /** Id */
            id: number;
            /** Full Name */
            full_name: string;
            pronoun: components["schemas"]["Pronoun"] | null;
            /** Country */
            country: string | null;
            /** Second Country */
            second_country: string | null;
            status: components["schemas"]["Status"] | null;
            position: components["schemas"]["Position"] | null;
            /** Sub Position */
            sub_position: string | null;
            foot: components["schemas"]["Foot"] | null;
            /** Height Cm */
            height_cm: number | null;
            /** Date Of Birth */
            date_of_birth: string | null;
            /** Date Of Birth Is Estimate */
            date_of_birth_is_estimate: boolean;
            /** Current Team */
            current_team: string | null;
            /** League */
            league: string | null;
            /** Market Value */
            market_value: number | null;
            /** Highest Market Value */
            highest_market_value: number | null;
            /** Contract Until */
            contract_until: string | null;
            /** Agent */
            agent: string | null;
            /** Last Season */
            last_season: number | null;
            /** Data As Of */
            data_as_of: string | null;
            /** Source */
            source: string | null;
            /** Source Id */
            source_id: string | null;
            /** Has Scouting Report */
            has_scouting_report: boolean;
            /** Version */
            version: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Scouting Report */
            scouting_report: string | null;
            /**
             * Age
             * @description Age in whole years.
             */
            readonly age: number | null;
            /** @description The age group; null without a birth date. */
            readonly age_group: components["schemas"]["AgeGroup"] | null;
            /** @description The time left on the contract; null without an end date. */
            readonly contract_status: components["schemas"]["ContractStatus"] | null;
        };
        /**
         * PlayerPage
         * @description One page of players.
         */
        PlayerPage: {
            /** Total */
            total: number;
            /** Page */
            page: number;
            /** Limit */
            limit: number;
            /** Pages */
            pages: number;
            /** Players */
            players: components["schemas"]["PlayerRow"][];
        };
        /**
         * PlayerPatch
         * @description The fields of a player to change (PATCH); fields left out keep their value.
         *
         *     If both `age` and `date_of_birth` are given, they must agree.
         */
        PlayerPatch: {
            /** Full Name */
            full_name?: string | null | "";
            pronoun?: components["schemas"]["Pronoun"] | null | "";
            /** Country */
            country?: string | null | "";
            /** Second Country */
            second_country?: string | null | "";
            status?: components["schemas"]["Status"] | null | "";
            position?: components["schemas"]["Position"] | null | "";
            /** Sub Position */
            sub_position?: string | null | "";
            foot?: components["schemas"]["Foot"] | null | "";
            /** Height Cm */
            height_cm?: number | null | "";
            /** Date Of Birth */
            date_of_birth?: string | null | "";
            /** Age */
            age?: number | null | "";
            /** Current Team */
            current_team?: string | null | "";
            /** League */
            league?: string | null | "";
            /** Market Value */
            market_value?: number | null | "";
            /** Highest Market Value */
            highest_market_value?: number | null | "";
            /** Contract Until */
            contract_until?: string | null | "";
            /** Agent */
            agent?: string | null | "";
            /** Last Season */
            last_season?: number | null | "";
            /** Data As Of */
            data_as_of?: string | null | "";
            /** Source */
            source?: string | null | "";
            /** Source Id */
            source_id?: string | null | "";
        };
        /**
         * PlayerReplace
         * @description All fields of a player (PUT); fields left out become null.
         */
        PlayerReplace: {
            /** Full Name */
            full_name: string;
            pronoun?: components["schemas"]["Pronoun"] | null | "";
            /** Country */
            country: string | null | "";
            /** Second Country */
            second_country?: string | null | "";
            status: components["schemas"]["Status"] | null | "";
            position?: components["schemas"]["Position"] | null | "";
            /** Sub Position */
            sub_position?: string | null | "";
            foot?: components["schemas"]["Foot"] | null | "";
            /** Height Cm */
            height_cm?: number | null | "";
            /** Date Of Birth */
            date_of_birth?: string | null | "";
            /** Age */
            age?: number | null | "";
            /** Current Team */
            current_team?: string | null | "";
            /** League */
            league?: string | null | "";
            /** Market Value */
            market_value?: number | null | "";
            /** Highest Market Value */
            highest_market_value?: number | null | "";
            /** Contract Until */
            contract_until?: string | null | "";
            /** Agent */
            agent?: string | null | "";
            /** Last Season */
            last_season?: number | null | "";
            /** Data As Of */
            data_as_of?: string | null | "";
            /** Source */
            source?: string | null | "";
            /** Source Id */
            source_id?: string | null | "";
        };
        /**
         * PlayerRow
         * @description A player in a list, with the requested metrics of the chosen season that are known.
         */
        PlayerRow: {
            /** Id */
            id: number;
            /** Full Name */
            full_name: string;
            pronoun: components["schemas"]["Pronoun"] | null;
            /** Country */
            country: string | null;
            /** Second Country */
            second_country: string | null;
            status: components["schemas"]["Status"] | null;
            position: components["schemas"]["Position"] | null;
            /** Sub Position */
            sub_position: string | null;
            foot: components["schemas"]["Foot"] | null;
            /** Height Cm */
            height_cm: number | null;
            /** Date Of Birth */
            date_of_birth: string | null;
            /** Date Of Birth Is Estimate */
            date_of_birth_is_estimate: boolean;
            /** Current Team */
            current_team: string | null;
            /** League */
            league: string | null;
            /** Market Value */
            market_value: number | null;
            /** Highest Market Value */
            highest_market_value: number | null;
            /** Contract Until */
            contract_until: string | null;
            /** Agent */
            agent: string | null;
            /** Last Season */
            last_season: number | null;
            /** Data As Of */
            data_as_of: string | null;
            /** Source */
            source: string | null;
            /** Source Id */
            source_id: string | null;
            /** Has Scouting Report */
            has_scouting_report: boolean;
            /** Version */
            version: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Stats */
            stats?: {
                [key: string]: components["schemas"]["StatCell"];
            };
            /**
             * Age
             * @description Age in whole years.
             */
            readonly age: number | null;
            /** @description The age group; null without a birth date. */
            readonly age_group: components["schemas"]["AgeGroup"] | null;
            /** @description The time left on the contract; null without an end date. */
            readonly contract_status: components["schemas"]["ContractStatus"] | null;
        };
        /**
         * PlayerSeasonOut
         * @description A player's season from one provider, and its lines.
         */
        PlayerSeasonOut: {
            season: components["schemas"]["SeasonOut"];
            /**
             * Ranked
             * @description How many of the metrics have a percentile in the position.
             */
            ranked: number;
            /** Stats */
            stats: {
                [key: string]: components["schemas"]["SeasonFigures"];
            };
            /** Lines */
            lines: components["schemas"]["LineOut"][];
        };
        /**
         * Position
         * @description The position group.
         * @enum {string}
         */
        Position: "Goalkeeper" | "Defender" | "Midfielder" | "Attack";
        /**
         * Progress
         * @description The current step as a short label, the share done in percent, and the attempt.
         */
        Progress: {
            /** Step */
            step: string;
            /** Percent */
            percent: number;
            /** Attempt */
            attempt: number;
        };
        /**
         * Pronoun
         * @description How texts refer to a player; null if unknown.
         * @enum {string}
         */
        Pronoun: "he" | "she" | "they";
        /**
         * ProviderOut
         * @description A provider of statistics, and how it is shown.
         */
        ProviderOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
        };
        /**
         * Readiness
         * @description `ready` when every part is up, else `degraded`.
         */
        Readiness: {
            /** Status */
            status: string;
            /** Version */
            version: string;
            /** Parts */
            parts: {
                [key: string]: components["schemas"]["Part"];
            };
        };
        /**
         * Replaced
         * @description The player to replace.
         */
        Replaced: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /**
         * ReportOut
         * @description A whole report with the evidence it is based on.
         *
         *     `claims` has the sentences of reports of earlier versions, `content` those of all others.
         */
        ReportOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Player Id */
            player_id: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Requested By
             * @description Null for anonymous readers.
             */
            requested_by: string | null;
            /** Source */
            source: string;
            /** Model */
            model: string;
            /** Prompt Version */
            prompt_version: string;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "follow_up" | "keep_watching" | "insufficient_evidence" | "not_applicable" | "sign" | "monitor" | "reject";
            /**
             * Confidence
             * @enum {string}
             */
            confidence: "low" | "medium" | "high";
            /**
             * Headline
             * @description Null for reports of earlier versions.
             */
            headline: string | null;
            /** Sentences */
            sentences: number;
            /** Checked */
            checked: number;
            /** Cut */
            cut: number;
            /** Out Of Date */
            out_of_date: boolean;
            /** Changed */
            changed: number;
            /** Report */
            report: string;
            content: components["schemas"]["Content"] | null;
            brief: components["schemas"]["BriefOut"] | null;
            /** Claims */
            claims: components["schemas"]["Claim"][];
            dossier: components["schemas"]["Dossier"];
            /** Dossier Hash */
            dossier_hash: string;
            usage: components["schemas"]["Usage"];
            /** Changes */
            changes: components["schemas"]["Change"][];
        };
        /**
         * ReportPage
         * @description One page of a player's reports, newest first.
         */
        ReportPage: {
            /** Total */
            total: number;
            /** Page */
            page: number;
            /** Limit */
            limit: number;
            /** Pages */
            pages: number;
            /** Reports */
            reports: components["schemas"]["ReportSummary"][];
        };
        /**
         * ReportSummary
         * @description A report in a list. `changed` counts cited evidence that has changed since.
         *
         *     `checked` and `cut` count the claims of reports of earlier versions; others have 0 of both.
         */
        ReportSummary: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Player Id */
            player_id: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Requested By
             * @description Null for anonymous readers.
             */
            requested_by: string | null;
            /** Source */
            source: string;
            /** Model */
            model: string;
            /** Prompt Version */
            prompt_version: string;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "follow_up" | "keep_watching" | "insufficient_evidence" | "not_applicable" | "sign" | "monitor" | "reject";
            /**
             * Confidence
             * @enum {string}
             */
            confidence: "low" | "medium" | "high";
            /**
             * Headline
             * @description Null for reports of earlier versions.
             */
            headline: string | null;
            /** Sentences */
            sentences: number;
            /** Checked */
            checked: number;
            /** Cut */
            cut: number;
            /** Out Of Date */
            out_of_date: boolean;
            /** Changed */
            changed: number;
        };
        /**
         * Role
         * @description A user edits players; an admin also manages users.
         * @enum {string}
         */
        Role: "user" | "admin";
        /**
         * SeasonFigures
         * @description A metric over a season; `derived` names the figures that the provider does not state.
         */
        SeasonFigures: {
            /** Value */
            value: number | null;
            /** Per 90 */
            per_90: number | null;
            /** Derived */
            derived: ("value" | "per_90" | "both") | null;
        };
        /**
         * SeasonMetric
         * @description A metric that a season has, and the number of players with it.
         */
        SeasonMetric: {
            /** Metric */
            metric: string;
            /** Players */
            players: number;
        };
        /**
         * SeasonOut
         * @description A season or calendar year of one provider's statistics.
         */
        SeasonOut: {
            /** Id */
            id: number;
            /** Provider */
            provider: string;
            /**
             * Provider Label
             * @description `FBref`, how the provider is shown.
             */
            provider_label: string;
            /**
             * Span
             * @enum {string}
             */
            span: "season" | "year";
            /** Year */
            year: number;
            /**
             * Label
             * @description `2025/26`, or `2025` for a calendar year.
             */
            label: string;
            /**
             * As Of
             * @description The date of its data, if the imported files have one.
             */
            as_of: string | null;
        };
        /**
         * SeasonPercentiles
         * @description The percentiles of a player's season, of metrics that are relevant for the position.
         */
        SeasonPercentiles: {
            season: components["schemas"]["SeasonOut"];
            /**
             * Scope
             * @enum {string}
             */
            scope: "position" | "league";
            /** Minutes */
            minutes: number | null;
            /** Min Minutes */
            min_minutes: number;
            /**
             * Note
             * @description Why there are no percentiles at all.
             */
            note: string | null;
            /** Metrics */
            metrics: components["schemas"]["MetricPercentile"][];
        };
        /**
         * SeasonWithPlayers
         * @description A season in a list of all.
         */
        SeasonWithPlayers: {
            /** Id */
            id: number;
            /** Provider */
            provider: string;
            /**
             * Provider Label
             * @description `FBref`, how the provider is shown.
             */
            provider_label: string;
            /**
             * Span
             * @enum {string}
             */
            span: "season" | "year";
            /** Year */
            year: number;
            /**
             * Label
             * @description `2025/26`, or `2025` for a calendar year.
             */
            label: string;
            /**
             * As Of
             * @description The date of its data, if the imported files have one.
             */
            as_of: string | null;
            /** Players */
            players: number;
            /**
             * Is Stale
             * @description Its percentiles are about to be computed again.
             */
            is_stale: boolean;
        };
        /**
         * Sentence
         * @description A sentence of a report, the ids of the claims it states, and those of their evidence.
         */
        Sentence: {
            /** Text */
            text: string;
            /** Claims */
            claims: string[];
            /** Evidence */
            evidence: string[];
        };
        /**
         * Standing
         * @description How many of a cohort have a higher, the same (the player included) and a lower figure.
         */
        Standing: {
            /** Above */
            above: number;
            /** Level */
            level: number;
            /** Below */
            below: number;
        };
        /**
         * StatCell
         * @description A metric of a player's season; percentiles are null outside a cohort.
         */
        StatCell: {
            /** Value */
            value: number | null;
            /** Per 90 */
            per_90: number | null;
            /** Percentile */
            percentile: number | null;
            /** League Percentile */
            league_percentile: number | null;
        };
        /**
         * Status
         * @description Whether a player can be signed; null if unknown.
         * @enum {string}
         */
        Status: "active" | "retired" | "free_agent";
        /**
         * Storage
         * @description What a metric's value is, and so whether it adds up over games.
         * @enum {string}
         */
        Storage: "total" | "per_90" | "percent" | "index";
        /**
         * TaskAccepted
         * @description The task that was created, or the one already in flight.
         */
        TaskAccepted: {
            /**
             * Task Id
             * Format: uuid
             */
            task_id: string;
            /** Status */
            status: string;
        };
        /**
         * TaskOut
         * @description A task as returned by the API and stored in Redis.
         */
        TaskOut: {
            /**
             * Task Id
             * Format: uuid
             */
            task_id: string;
            /** Kind */
            kind: string;
            /**
             * Subject Kind
             * @description What the task is about, such as `player`.
             */
            subject_kind: string;
            /** Subject Id */
            subject_id: string;
            status: components["schemas"]["TaskStatus"];
            /** Result */
            result: string | null;
            /**
             * Result Kind
             * @description What the task made, such as `report`.
             */
            result_kind: string | null;
            /** Result Id */
            result_id: string | null;
            /** Error */
            error: string | null;
            /** Error Code */
            error_code: string | null;
            progress: components["schemas"]["Progress"];
            /**
             * Requested By
             * @description Null for anonymous readers.
             */
            requested_by: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Started At */
            started_at: string | null;
            /** Finished At */
            finished_at: string | null;
            /**
             * Updated At
             * Format: date-time
             * @description When this state was last confirmed.
             */
            updated_at: string;
        };
        /**
         * TaskStatus
         * @description The state of a task; the last three are final.
         * @enum {string}
         */
        TaskStatus: "pending" | "running" | "completed" | "failed" | "cancelled";
        /**
         * Token
         * @description An access token.
         */
        Token: {
            /** Access Token */
            access_token: string;
            /** Token Type */
            token_type: string;
            /**
             * Expires In
             * @description Seconds.
             */
            expires_in: number;
        };
        /**
         * TransferOut
         * @description A move between clubs. `fee` is whole euros; null if unknown, 0 for a free transfer.
         */
        TransferOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            from_club: components["schemas"]["ClubRef"];
            to_club: components["schemas"]["ClubRef"];
            /** Fee */
            fee: number | null;
        };
        /**
         * Usage
         * @description What the report cost; null if no model was used or its price is unknown.
         */
        Usage: {
            /** Requests */
            requests: number;
            /** Input Tokens */
            input_tokens: number | null;
            /** Output Tokens */
            output_tokens: number | null;
            /** Cost Usd */
            cost_usd: number | null;
        };
        /**
         * UserCreate
         * @description A new user.
         */
        UserCreate: {
            /** Username */
            username: string;
            /**
             * Password
             * Format: password
             */
            password: string;
            /** @default user */
            role: components["schemas"]["Role"];
        };
        /**
         * UserOut
         * @description A user as answered.
         */
        UserOut: {
            /** Id */
            id: number;
            /** Username */
            username: string;
            role: components["schemas"]["Role"];
            /** Is Active */
            is_active: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
        };
        /**
         * UserPatch
         * @description What an admin may change.
         */
        UserPatch: {
            role?: components["schemas"]["Role"] | null;
            /** Is Active */
            is_active?: boolean | null;
        };
        /**
         * ValuationOut
         * @description A market value in whole euros, and its date.
         */
        ValuationOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Value */
            value: number;
        };
        /**
         * Words
         * @description What a sentence calls the metric: "scored 4 goals".
         */
        Words: {
            /** Singular */
            singular: string;
            /** Plural */
            plural: string;
            /** Verb */
            verb: string;
        };
        /**
         * FieldProblem
         * @description An invalid field: its location and name, the reason, and the given value if not secret.
         */
        FieldProblem: {
            /** Location */
            location: string;
            /** Field */
            field: string;
            /** Message */
            message: string;
            /** Value */
            value: unknown;
        };
        /**
         * Problem
         * @description An RFC 9457 problem document.
         */
        Problem: {
            /** Type */
            type: string;
            /** Title */
            title: string;
            /** Status */
            status: number;
            /** Detail */
            detail: string;
            /**
             * Code
             * @description Machine-readable; stable between versions.
             */
            code: string;
            /**
             * Retryable
             * @description Whether the same request may succeed later.
             */
            retryable: boolean;
            /**
             * Errors
             * @description Invalid fields; empty for other problems.
             */
            errors: components["schemas"]["FieldProblem"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    read_health_health_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_readiness_health_ready_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    login_token_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["LoginForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refresh_token_token_refresh_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_me_users_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_my_password_users_me_password_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_users_users_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"][];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role does not allow this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_user_users_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role does not allow this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_user_users__user_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role does not allow this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_players_players_get: {
        parameters: {
            query?: {
                page?: number;
                limit?: number;
                /** @description Name or club; accents are ignored. */
                q?: string | null;
                /** @description First or second country. */
                country?: string[];
                club?: string[];
                league?: string[];
                status?: (components["schemas"]["Status"] | "unknown")[];
                position?: components["schemas"]["Position"][];
                sub_position?: string[];
                foot?: components["schemas"]["Foot"][];
                age_min?: number | null;
                age_max?: number | null;
                value_min?: number | null;
                value_max?: number | null;
                /** @description Contract until, or later. */
                contract_from?: string | null;
                /** @description Contract until, or earlier. */
                contract_to?: string | null;
                /** @description Contract until before it. */
                contract_before?: string | null;
                /** @description Last season or statistics in this season or later, or no known last season. */
                last_season_min?: number | null;
                /** @description Id of the season of the statistics. */
                season?: number | null;
                minutes_min?: number | null;
                /** @description A range of a metric's figure in the season, `METRIC.FORM:LOW..HIGH`, such as `goals.per_90:0.3..`. Forms: value, per_90, percentile, league_percentile. */
                stat?: string[];
                /** @description A column, prefixed with - for descending; nulls come last. With a season also a metric's figure, such as `-goals.per_90`. Default: id, or relevance when `q` is given. */
                sort?: string | null;
                /** @description Metrics of the season to return. */
                column?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayerPage"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_player_players_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlayerCreate"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayerOut"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_filter_options_players_filter_options_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilterOptions"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_player_players__player_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                player_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayerOut"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace_player_players__player_id__put: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change only this version (an ETag). */
                "if-match"?: string | null;
            };
            path: {
                player_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlayerReplace"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayerOut"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names a version that is not the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_player_players__player_id__delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change only this version (an ETag). */
                "if-match"?: string | null;
            };
            path: {
                player_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names a version that is not the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_player_players__player_id__patch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change only this version (an ETag). */
                "if-match"?: string | null;
            };
            path: {
                player_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlayerPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayerOut"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` names a version that is not the current one. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_clubs_clubs_get: {
        parameters: {
            query?: {
                page?: number;
                limit?: number;
                /** @description A part of any of the names; accents and case are ignored. */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClubPage"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_club_clubs__club_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                club_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClubDetail"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merge_club_clubs__club_id__merge_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                club_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Merge"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClubDetail"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    split_club_clubs__club_id__merge_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                club_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClubDetail"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_competitions_competitions_get: {
        parameters: {
            query?: {
                page?: number;
                limit?: number;
                /** @description A part of any of the names; accents and case are ignored. */
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompetitionPage"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_competition_competitions__competition_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                competition_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompetitionDetail"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merge_competition_competitions__competition_id__merge_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                competition_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Merge"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompetitionDetail"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    split_competition_competitions__competition_id__merge_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                competition_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompetitionDetail"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_countries_countries_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountryOut"][];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_metrics_metrics_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricOut"][];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_metric_metrics_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Metric"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricOut"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role does not allow this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_providers_providers_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderOut"][];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_metric_metrics__key__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The user's role does not allow this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_seasons_seasons_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeasonWithPlayers"][];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_season_metrics_seasons__season_id__metrics_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                season_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeasonMetric"][];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_player_seasons_players__player_id__seasons_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                player_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayerSeasonOut"][];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_percentiles_players__player_id__seasons__season_id__percentiles_get: {
        parameters: {
            query?: {
                scope?: "position" | "league";
            };
            header?: never;
            path: {
                player_id: number;
                season_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeasonPercentiles"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_valuations_players__player_id__valuations_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                player_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValuationOut"][];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_transfers_players__player_id__transfers_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                player_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferOut"][];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scout_player_players__player_id__scout_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing. */
                "idempotency-key"?: string | null;
            };
            path: {
                player_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BriefIn"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskAccepted"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the current state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is over the limit. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    regenerate_reports_reports_regenerate_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request with the same key changes nothing. */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskAccepted"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the token is invalid, expired or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_dossier_players__player_id__dossier_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                player_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_reports_players__player_id__reports_get: {
        parameters: {
            query?: {
                page?: number;
                limit?: number;
            };
            header?: never;
            path: {
                player_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportPage"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_report_reports__report_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportOut"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compare_reports_reports__report_id__compare__other_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
                other_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_report_reports__report_id__export_get: {
        parameters: {
            query: {
                format: "markdown" | "json" | "pdf";
            };
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report as a file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                    "application/json": components["schemas"]["ReportOut"];
                    "application/pdf": string;
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_task_tasks__task_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskOut"];
                };
            };
            /** @description The request cannot be read: its body, or the host it names. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is readable, but a value in it is invalid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` is in seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database is busy or cannot be written for now; `Retry-After` is in seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
