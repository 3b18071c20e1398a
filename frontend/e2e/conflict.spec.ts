import { expect, test } from "./test.ts";

test("changed by somebody else meanwhile: both versions, one choice, nothing lost", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.createPlayer({ current_team: "Old Club", market_value: 1_000_000 });
  await page.goto(`/players/${String(player.id)}`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const form = page.getByRole("dialog", { name: `Edit ${player.full_name}` });
  await form.getByRole("combobox", { name: "Club" }).fill("My Club");
  await form.getByLabel("Agent").fill("My Agent");
  await api.patchPlayer(player.id, { current_team: "Their Club", market_value: 9_000_000 });
  await form.getByRole("button", { name: "Save" }).click();

  const conflict = page.getByRole("dialog", { name: "Conflicting changes" });
  await expect(conflict.getByRole("row", { name: "Club" })).toContainText("My Club");
  await expect(conflict.getByRole("row", { name: "Club" })).toContainText("Their Club");
  await expect(conflict.getByRole("radio", { name: "Club, yours: My Club" })).toBeChecked();
  await expect(conflict.getByRole("radio", { name: "Agent, yours: My Agent" })).toBeChecked();
  await expect(
    conflict.getByRole("radio", { name: "Market value, theirs: €9m", exact: true }),
  ).toBeChecked();
  await conflict.getByRole("radio", { name: "Club, theirs: Their Club" }).check();
  await conflict.getByRole("button", { name: "Save" }).click();

  await expect(conflict).toBeHidden();
  await expect(page.getByText(`${player.full_name} was saved.`)).toBeVisible();
  expect(await api.readPlayer(player.id)).toMatchObject({
    current_team: "Their Club",
    agent: "My Agent",
    market_value: 9_000_000,
  });
});

test("a conflict can be left for the form, which still has everything", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.createPlayer({ agent: "Old" });
  await page.goto(`/players/${String(player.id)}`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const form = page.getByRole("dialog", { name: `Edit ${player.full_name}` });
  await form.getByLabel("Agent").fill("Mine");
  await api.patchPlayer(player.id, { agent: "Theirs" });
  await form.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Back to form" }).click();
  await expect(form.getByLabel("Agent")).toHaveValue("Mine");
  await form.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Discard mine" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText("Theirs")).toBeVisible();
});
