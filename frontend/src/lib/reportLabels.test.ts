import { expect, it } from "vitest";
import { checkedText, lengthText, wasChecked, writer } from "./reportLabels";

it("counts the checked claims among those written", () => {
  expect(checkedText({ checked: 14, cut: 0 })).toBe("14 of 14 claims checked");
  expect(checkedText({ checked: 21, cut: 2 })).toBe("21 of 23 claims checked");
  expect(checkedText({ checked: 1, cut: 0 })).toBe("1 of 1 claim checked");
  expect(checkedText({ checked: 0, cut: 0 })).toBe("Not checked");
  expect(wasChecked({ checked: 0, cut: 0 })).toBe(false);
});

it("says how long a report is, or how many claims of an old one were checked", () => {
  expect(lengthText({ sentences: 21, checked: 0, cut: 0 })).toBe("21 sentences");
  expect(lengthText({ sentences: 0, checked: 21, cut: 2 })).toBe(
    "21 of 23 claims checked, 2 removed",
  );
  expect(lengthText({ sentences: 0, checked: 0, cut: 0 })).toBe("Not checked");
});

it("names the writer", () => {
  expect(writer({ source: "simulated", model: "built-in writer" })).toBe("Built-in writer");
  expect(writer({ source: "simulated", model: "built-in planner" })).toBe("Built-in planner");
  expect(writer({ source: "openai", model: "gpt-9" })).toBe("gpt-9 (OpenAI)");
  expect(writer({ source: "other", model: "m" })).toBe("m (other)");
});
