"""Print the metric catalogue as a table, by group."""

from itertools import groupby

from rich.console import Console
from rich.table import Table

from football_player_service.app.metrics.catalogue import Metric, catalogue


def main() -> None:
    """Print every metric of the catalogue, and how many providers publish it."""
    console = Console()
    metrics = list(catalogue().values())
    for group, members in groupby(metrics, key=lambda metric: metric.group):
        console.print(_table(group.replace("_", " ").capitalize(), list(members)))
    providers = {provider for metric in metrics for provider in metric.headers}
    console.print(f"{len(metrics)} metrics of {len(providers)} providers.")


def _table(title: str, metrics: list[Metric]) -> Table:
    table = Table(title=f"{title} ({len(metrics)})", title_justify="left", expand=True)
    for name in ("Key", "Label", "Storage", "Divided by", "Better", "Providers"):
        table.add_column(name, no_wrap=name == "Key")
    for metric in metrics:
        label = f"{metric.label} ({metric.unit})" if metric.unit else metric.label
        table.add_row(
            metric.key,
            label,
            metric.storage,
            metric.denominator,
            metric.better,
            str(len(metric.headers)),
        )
    return table


if __name__ == "__main__":
    main()
