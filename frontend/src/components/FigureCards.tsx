import type { ReactNode } from "react";
import classes from "./FigureCards.module.css";

export interface CardFigure {
  label: string;
  value: ReactNode;
}

interface Card {
  key: string | number;
  title: ReactNode;
  text?: ReactNode;
  figures: CardFigure[];
  children?: ReactNode;
}

/** The rows of a table as cards, for a phone. */
export function FigureCards({ label, cards }: { label: string; cards: Card[] }) {
  return (
    <ul className={classes.cards} aria-label={label}>
      {cards.map(({ key, title, text, figures, children }) => (
        <li key={key}>
          <p className={classes.title}>
            <strong>{title}</strong>
            {text && <span className="quiet">{text}</span>}
          </p>
          <Figures figures={figures} />
          {children}
        </li>
      ))}
    </ul>
  );
}

export function Figures({ figures }: { figures: CardFigure[] }) {
  return (
    <dl className={classes.figures}>
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd>{figure.value}</dd>
        </div>
      ))}
    </dl>
  );
}
