import { Button, Table } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTransfers } from "@/hooks/useCareer";
import type { Transfer } from "@/hooks/useCareer";
import { usePhone } from "@/hooks/usePhone";
import type { Player } from "@/hooks/usePlayer";
import { day } from "@/lib/dates";
import { money } from "@/lib/money";
import { NONE } from "@/lib/words";
import { Block } from "./Block";
import classes from "./Transfers.module.css";

const FIRST = 6;

interface Props {
  playerId: number;
  player: Player | undefined;
}

/** Every transfer of a player, latest first. */
export function Transfers({ playerId, player }: Props) {
  const query = useTransfers(playerId);
  const [all, { open: showAll }] = useDisclosure(false);
  const transfers = query.data ?? [];
  const phone = usePhone();
  const shown = all ? transfers : transfers.slice(0, FIRST);
  return (
    <Block
      title="Transfers"
      query={query}
      height={256}
      note={transfers.length > 0 && player?.data_as_of && `Data as of ${day(player.data_as_of)}.`}
    >
      {transfers.length === 0 ? (
        <p className="quiet">No transfers yet. Import a file with transfers.</p>
      ) : (
        <>
          {phone ? <TransferList transfers={shown} /> : <TransferTable transfers={shown} />}
          {transfers.length > shown.length && (
            <Button variant="default" size="xs" className={classes.more} onClick={showAll}>
              Show all {transfers.length}
            </Button>
          )}
        </>
      )}
    </Block>
  );
}

function TransferTable({ transfers }: { transfers: Transfer[] }) {
  return (
    <Table className={classes.table}>
      <caption className="spoken">Transfers</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Date</Table.Th>
          <Table.Th scope="col">From</Table.Th>
          <Table.Th scope="col">To</Table.Th>
          <Table.Th scope="col">Fee</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {transfers.map((transfer) => (
          <Row key={transfer.day + String(transfer.to_club.id)} transfer={transfer} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function TransferList({ transfers }: { transfers: Transfer[] }) {
  return (
    <ol className={classes.list} aria-label="Transfers">
      {transfers.map((transfer) => (
        <li key={transfer.day + String(transfer.to_club.id)}>
          <span className={classes.moved}>
            <ClubName club={transfer.from_club} />
            <span aria-hidden="true">→</span>
            <span className="spoken">to</span>
            <ClubName club={transfer.to_club} />
          </span>
          <strong>{feeText(transfer.fee)}</strong>
          <span className="quiet">{day(transfer.day)}</span>
        </li>
      ))}
    </ol>
  );
}

const feeText = (fee: number | null) => (fee === null ? NONE : fee === 0 ? "Free" : money(fee));

function Row({ transfer }: { transfer: Transfer }) {
  const { day: on, from_club, to_club, fee } = transfer;
  return (
    <Table.Tr>
      <Table.Th scope="row">{day(on)}</Table.Th>
      <Table.Td>
        <ClubName club={from_club} />
      </Table.Td>
      <Table.Td>
        <ClubName club={to_club} />
      </Table.Td>
      <Table.Td>{feeText(fee)}</Table.Td>
    </Table.Tr>
  );
}

/** A club with the colours of its kit, or what a player has instead of a club. */
function ClubName({ club }: { club: Transfer["to_club"] }) {
  const { name, short_name, status, primary_colour, secondary_colour } = club;
  if (status) return <span className="quiet">{short_name}</span>;
  return (
    <span className={classes.club} title={name}>
      <svg width="8" height="14" viewBox="0 0 8 14" aria-hidden="true">
        {primary_colour && (
          <>
            <rect width="4" height="14" fill={primary_colour} />
            <rect x="4" width="4" height="14" fill={secondary_colour ?? primary_colour} />
          </>
        )}
      </svg>
      {short_name}
    </span>
  );
}
