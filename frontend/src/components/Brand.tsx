import classes from "./Brand.module.css";

export function Brand() {
  return (
    <span className={classes.brand}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <g fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round">
          <circle cx="10.5" cy="10.5" r="6.5" />
          <path d="M15.5 15.5 21 21M4 10.5h13M10.5 4v13" />
        </g>
      </svg>
      <span className={classes.words}>Scouting Desk</span>
    </span>
  );
}
