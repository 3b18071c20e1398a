import { useCallback, useState } from "react";

/** Whether what `ref` is given to has room for more than one column, known before it is painted. */
export function useIsWide(from: number) {
  const [wide, setWide] = useState(false);
  const ref = useCallback(
    (node: HTMLElement | null) => {
      if (!node) return;
      const measure = () => {
        setWide(node.clientWidth >= from);
      };
      const observer = new ResizeObserver(measure);
      observer.observe(node);
      measure();
      return () => {
        observer.disconnect();
      };
    },
    [from],
  );
  return [wide, ref] as const;
}
