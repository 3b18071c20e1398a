"""Verbs that claim a figure by themselves: who scored has at least one goal."""

from ai_service.gate import evidence, figures, subjects
from ai_service.gate.parsed import Parsed


def check(sentence: Parsed) -> None:
    """A verb is accounted for by a figure of its metric, or claims that there is one."""
    said = {metric for count in sentence.counts for metric in count.metrics} | sentence.compared
    for at, item in enumerate(sentence.items):
        if item.kind != "verb" or item.used:
            continue
        item.used = True
        metric = str(item.value)
        is_said = {metric, f"{metric}_per_90", subjects.key(sentence, at)} & said
        if not is_said and not (metric == "assists" and "goals" in said):
            found = figures.at(sentence, metric, at)
            reason = evidence.not_there(sentence, item.text, [metric], [])
            sentence.check(any(figure > 0 for figure in found), reason)
