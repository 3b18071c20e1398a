import {
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconEye,
  IconHelpCircle,
  IconUserSearch,
} from "@tabler/icons-react";
import type { Verdict } from "@/lib/reportLabels";

const ICONS = {
  follow_up: IconUserSearch,
  keep_watching: IconEye,
  insufficient_evidence: IconHelpCircle,
  not_applicable: IconBan,
  sign: IconCircleCheck,
  monitor: IconEye,
  reject: IconCircleX,
};

/** Decorative: the recommendation is beside it. */
export function VerdictIcon({ verdict }: { verdict: Verdict }) {
  const Icon = ICONS[verdict];
  return <Icon size={20} stroke={2} aria-hidden="true" />;
}
