import { TextInput } from "@mantine/core";
import { useAtOnce } from "@/hooks/useAtOnce";

interface Props {
  label: string;
  placeholder: string;
  value: string;
  onCommit: (text: string) => void;
}

/** A small input whose value counts when it is left or Enter is pressed. */
export function LateInput({ label, placeholder, value, onCommit }: Props) {
  const [text, setText] = useAtOnce(value);
  const commit = () => {
    if (text === value) return;
    onCommit(text.trim());
    // A text that makes no sense changes nothing, and goes.
    setText(value);
  };
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={placeholder}
      autoComplete="off"
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
      }}
    />
  );
}
