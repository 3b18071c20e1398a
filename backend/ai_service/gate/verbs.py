"""Verbs that claim a figure by themselves: who scored has at least one goal."""

from ai_service.gate import evidence, periods, subjects
from ai_service.gate.parsed import Parsed


def check(sentence: Parsed) -> None:
    """A verb is accounted for by a figure of its metric, or claims that there is one."""
    counted = {metric for count in sentence.notes["counts"] for metric in count.metrics}
    compared = set(sentence.notes.get("compared", ()))
    for at, item in enumerate(sentence.items):
        if item.kind != "verb" or item.used:
            continue
        metric = item.value
        item.used = True
        if {metric, f"{metric}_per_90", subjects.key(sentence, at)} & (counted | compared):
            continue
        if metric == "assists" and "goals" in counted:
            continue
        anchors = periods.bound(sentence, at, [at]) or [None]
        found = [f for a in anchors for f in periods.figures(sentence.cited, metric, a)]
        reason = evidence.not_there(sentence, item.text, [metric], "", [a for a in anchors if a])
        sentence.check(any(figure > 0 for figure in found), reason)
