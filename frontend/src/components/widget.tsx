import { createContext, lazy, use } from "react";
import type { ComponentType } from "react";

/** A part made of widgets, loaded when it is first shown: the list needs none to appear. */
export function widget<Name extends string, Props extends object>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) {
  return lazy(() => widgetModule(load, name));
}

/** The same for what awaits the module itself, as the router does. */
export async function widgetModule<Name extends string, Props extends object>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) {
  const [{ Widgets }, module] = await Promise.all([import("./Widgets"), load()]);
  const Inner: ComponentType<Props> = module[name];
  const PropsContext = createContext<Props | undefined>(undefined);
  const Inside = () => {
    const props = use(PropsContext);
    return props && <Inner {...props} />;
  };
  // One element for good: new properties reach the part, and leave the provider alone.
  const inside = (
    <Widgets>
      <Inside />
    </Widgets>
  );
  const Part = (props: Props) => <PropsContext value={props}>{inside}</PropsContext>;
  return { default: Part };
}
