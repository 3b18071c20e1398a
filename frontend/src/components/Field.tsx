import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { useId, useState } from "react";
import type { InputHTMLAttributes } from "react";
import { IconButton } from "./IconButton";
import classes from "./Field.module.css";

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  error?: string | undefined;
}

/** A labelled input without the widgets' scripts: the login must not wait for them. */
export function Field({ label, error, type = "text", ...rest }: Props) {
  const id = useId();
  const [seen, setSeen] = useState(false);
  const secret = type === "password";
  const Eye = seen ? IconEyeOff : IconEye;
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <div className={classes.frame}>
        <input
          {...rest}
          id={id}
          type={secret && seen ? "text" : type}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          data-secret={secret || undefined}
        />
        {secret && (
          <IconButton
            label={`${seen ? "Hide" : "Show"} the ${label.toLowerCase()}`}
            onClick={() => {
              setSeen(!seen);
            }}
          >
            <Eye size={17} stroke={1.6} />
          </IconButton>
        )}
      </div>
      {error && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}
