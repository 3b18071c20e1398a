"""transfers and players by club instead of by its name"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlmodel import Session

from football_player_service.app.clubs import curated
from football_player_service.app.clubs.index import Index, Named
from football_player_service.app.clubs.service import club_index, search_words
from football_player_service.app.players.derived import search_text

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# All transfers so far were imported from it.
_PROVIDER = "transfermarkt"


def upgrade() -> None:
    """Forward: each name is the club it resolves to. Of two rows that become one, the fee stays."""
    op.execute("CREATE TABLE old_transfers AS SELECT * FROM transfers")
    op.drop_table("transfers")
    _create_table("from_club_id", "to_club_id")
    _create_ids_of_names()
    op.execute(
        "INSERT INTO transfers (player_id, day, from_club_id, to_club_id, fee) "
        "SELECT player_id, day, old.club_id, new.club_id, max(fee) FROM old_transfers "
        "JOIN club_ids old ON old.name = from_club JOIN club_ids new ON new.name = to_club "
        "GROUP BY player_id, day, old.club_id, new.club_id"
    )
    op.execute(
        "UPDATE players SET club_id = "
        "(SELECT club_id FROM club_ids WHERE club_ids.name = players.current_team) "
        "WHERE current_team IS NOT NULL"
    )
    op.drop_table("club_ids")
    op.drop_table("old_transfers")
    with Session(op.get_bind()) as session:
        _index_players(session, by_all_names=True)


def _index_players(session: Session, *, by_all_names: bool) -> None:
    """Find players by all names of their club, or by the one written only."""
    players = session.execute(
        sa.text("SELECT id, full_name, current_team, club_id FROM players WHERE club_id > 0")
    ).all()
    ids = {club_id for *_, club_id in players} if by_all_names else set()
    words = search_words(session, ids=ids)
    rows = [
        {
            "id": id,
            "found_by": search_text(
                full_name=name, current_team=team, club_words=words.get(club_id, "")
            ),
        }
        for id, name, team, club_id in players
    ]
    if rows:
        statement = sa.text("UPDATE players SET search_text = :found_by WHERE id = :id")
        session.connection().execute(statement, rows)


def _create_ids_of_names() -> None:
    """Create a table of the clubs that transfers and players name; it adds those of imports."""
    connection = op.get_bind()

    def names_in(query: str) -> list[str]:
        rows = connection.execute(sa.text(query).bindparams(provider=_PROVIDER))
        return list(rows.scalars())

    moved = names_in(
        "SELECT from_club FROM old_transfers UNION SELECT to_club FROM old_transfers "
        "WHERE :provider IS NOT NULL ORDER BY 1"
    )
    imported = names_in(
        "SELECT DISTINCT current_team FROM players "
        "WHERE source = :provider AND current_team IS NOT NULL ORDER BY 1"
    )
    typed = names_in(
        "SELECT DISTINCT current_team FROM players "
        "WHERE current_team IS NOT NULL AND :provider IS NOT NULL ORDER BY 1"
    )
    with Session(connection) as session:
        curated.store(session)
        index = club_index(session)
        clubs = _clubs_of_transfers(index, moved)
        clubs |= {name: index.resolve(name=name, provider=_PROVIDER) for name in imported}
        for name in typed:
            if name not in clubs and (club := index.find(name=name)):
                clubs[name] = club
        index.save(session)
    table = op.create_table(
        "club_ids",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("club_id", sa.Integer(), nullable=False),
    )
    rows = [{"name": name, "club_id": club.saved_id} for name, club in clubs.items()]
    op.bulk_insert(table, rows)


def _clubs_of_transfers(index: Index, moved: Sequence[str]) -> dict[str, Named]:
    """The provider's names for clubs differ: "FC Lyon" is not the "Lyon" of another transfer."""
    found: dict[str, Named] = {}
    for name in moved:
        if club := index.find(name=name, provider=_PROVIDER, exact=True):
            found[name] = club
    taken = {id(club) for club in found.values()}
    for name in moved:
        if name not in found:
            club = index.find(name=name, provider=_PROVIDER)
            is_new = club is None or id(club) in taken
            found[name] = index.resolve(name=name, provider=_PROVIDER, exact=is_new)
            taken.add(id(found[name]))
        else:
            index.resolve(name=name, provider=_PROVIDER)  # remembers the spelling
    return found


def downgrade() -> None:
    """Back: clubs have the names of the transfers again, as the provider wrote them."""
    op.execute("CREATE TABLE old_transfers AS SELECT * FROM transfers")
    op.drop_table("transfers")
    _create_table("from_club", "to_club")
    op.execute(
        "CREATE TABLE club_names AS SELECT id AS club_id, coalesce((SELECT spelling "
        "FROM club_aliases WHERE club_id = clubs.id AND provider = 'transfermarkt' "
        "AND alias NOT LIKE '#%' ORDER BY length(spelling), spelling LIMIT 1), name) AS name "
        "FROM clubs"
    )
    op.execute(
        "INSERT INTO transfers (player_id, day, from_club, to_club, fee) "
        "SELECT player_id, day, old.name, new.name, max(fee) FROM old_transfers "
        "JOIN club_names old ON old.club_id = from_club_id "
        "JOIN club_names new ON new.club_id = to_club_id "
        "GROUP BY player_id, day, old.name, new.name"
    )
    op.drop_table("club_names")
    op.drop_table("old_transfers")
    with Session(op.get_bind()) as session:
        _index_players(session, by_all_names=False)


def _create_table(*clubs: str) -> None:
    """Create the table of transfers; its clubs are ids or names."""
    ids = [club for club in clubs if club.endswith("_id")]
    player = sa.ForeignKeyConstraint(
        ["player_id"],
        ["players.id"],
        name=op.f("fk_transfers_player_id_players"),
        ondelete="CASCADE",
    )
    op.create_table(
        "transfers",
        sa.Column("player_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        *(sa.Column(club, sa.Integer() if ids else sa.String(), nullable=False) for club in clubs),
        sa.Column("fee", sa.BigInteger(), nullable=True),
        player,
        *(
            sa.ForeignKeyConstraint([club], ["clubs.id"], name=op.f(f"fk_transfers_{club}_clubs"))
            for club in ids
        ),
        sa.PrimaryKeyConstraint("player_id", "day", *clubs, name=op.f("pk_transfers")),
        sqlite_with_rowid=False,
    )
    for club in ids:
        op.create_index(op.f(f"ix_transfers_{club}"), "transfers", [club])
