import type { components, operations } from "./schema";

type Schemas = components["schemas"];

export type Player = Schemas["PlayerOut"];
export type PlayerSummary = Schemas["PlayerRow"];
export type PlayerPage = Schemas["PlayerPage"];
export type PlayerCreate = Schemas["PlayerCreate"];
export type PlayerPatch = Schemas["PlayerPatch"];
export type PlayerQuery = NonNullable<
  operations["list_players_players_get"]["parameters"]["query"]
>;
export type Valuation = Schemas["ValuationOut"];
export type Metric = Schemas["MetricOut"];
export type Provider = Schemas["ProviderOut"];
export type PlayerSeason = Schemas["PlayerSeasonOut"];
export type SeasonPercentiles = Schemas["SeasonPercentiles"];
export type Scope = SeasonPercentiles["scope"];
export type Transfer = Schemas["TransferOut"];
export type Season = Schemas["SeasonWithPlayers"];
export type SeasonMetric = Schemas["SeasonMetric"];
export type FilterOptions = Schemas["FilterOptions"];
export type Task = Schemas["TaskOut"];
export type TaskAccepted = Schemas["TaskAccepted"];
export type Token = Schemas["Token"];
export type User = Schemas["UserOut"];
export type UserCreate = Schemas["UserCreate"];
export type UserPatch = Schemas["UserPatch"];
export type Role = Schemas["Role"];
export type PasswordChange = Schemas["PasswordChange"];
export type Health = Schemas["Health"];
export type Readiness = Schemas["Readiness"];
export type Report = Schemas["ReportOut"];
export type ReportSummary = Schemas["ReportSummary"];
export type ReportPage = Schemas["ReportPage"];
export type Comparison = Schemas["Comparison"];
export type Claim = Schemas["Claim"];
export type Change = Schemas["Change"];
export type Content = Schemas["Content"];
export type Fact = Schemas["Fact"];
export type FactChange = Schemas["FactChange"];
export type BriefItem = Schemas["BriefItem"];
export type BriefIn = Schemas["BriefIn"];
export type BriefOut = Schemas["BriefOut"];
export type ExportFormat =
  operations["export_report_reports__report_id__export_get"]["parameters"]["query"]["format"];
