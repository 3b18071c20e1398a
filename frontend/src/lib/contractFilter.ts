import dayjs from "dayjs";
import { day } from "./dates";

export const CONTRACT_CHOICES = ["expired", "6_months", "12_months", "later", "custom"] as const;
export type ContractChoice = (typeof CONTRACT_CHOICES)[number];

/** The contract filter in the address; the dates belong to the choice "custom". */
export interface ContractFilter {
  contract?: ContractChoice | undefined;
  contract_from?: string | undefined;
  contract_to?: string | undefined;
}

export const CONTRACT_LABELS: Record<ContractChoice, string> = {
  expired: "Expired",
  "6_months": "Within 6 months",
  "12_months": "Within 12 months",
  later: "Later",
  custom: "Custom range",
};

type Dates = Pick<ContractFilter, "contract_from" | "contract_to">;

/** The first and last ISO date to request from the API, counted from `today`. */
export function contractDates(filter: ContractFilter, today = dayjs().format("YYYY-MM-DD")): Dates {
  const inMonths = (months: number) => dayjs(today).add(months, "month");
  const iso = (date: dayjs.Dayjs) => date.format("YYYY-MM-DD");
  switch (filter.contract) {
    case "expired":
      return { contract_to: iso(dayjs(today).subtract(1, "day")) };
    case "6_months":
      return { contract_from: today, contract_to: iso(inMonths(6)) };
    case "12_months":
      return { contract_from: today, contract_to: iso(inMonths(12)) };
    case "later":
      return { contract_from: iso(inMonths(12).add(1, "day")) };
    case "custom":
      return { contract_from: filter.contract_from, contract_to: filter.contract_to };
    case undefined:
      return {};
  }
}

/** The filter in words, such as "Contract until ≤ 27 May 2027"; undefined if it filters nothing. */
export function contractWords({ contract, contract_from, contract_to }: ContractFilter) {
  switch (contract) {
    case undefined:
      return undefined;
    case "later":
      return "Contract: in more than 12 months";
    case "custom":
      if (contract_from && contract_to) {
        return `Contract until ${day(contract_from)} – ${day(contract_to)}`;
      }
      if (contract_from) return `Contract until ≥ ${day(contract_from)}`;
      return contract_to ? `Contract until ≤ ${day(contract_to)}` : undefined;
    default:
      return `Contract: ${CONTRACT_LABELS[contract].toLowerCase()}`;
  }
}
